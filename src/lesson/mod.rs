//! Lessons: a Markdown file with front matter becomes a page whose Python blocks run.
//!
//! Reading order: [`front_matter`] (the head), [`widget`] (raw `<div class="ai-repl">`), [`mod@blocks`]
//! (what can run, in order), [`mod@check`] (run it all, through a one-method trait), [`quiz`],
//! [`output`]
//! (what cells print), [`mod@render`] (the article), [`page`] (the whole document), [`course`]
//! (several pages).
//!
//! This room knows no Python, no browser and no files: text goes in, text comes out. An author is
//! trusted, so raw HTML passes; data never reaches an attribute unescaped.

pub mod blocks;
mod cell;
pub mod check;
pub mod course;
mod document;
pub mod error;
pub mod front_matter;
pub mod html;
pub mod output;
pub mod page;
pub mod quiz;
pub mod render;
pub mod widget;

pub use blocks::{Block, blocks};
pub use check::check;
pub use error::Error;
pub use page::Page;
pub use render::{Sidecars, render};
