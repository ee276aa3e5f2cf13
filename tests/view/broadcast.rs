//! Shapes as people write them, and how they meet axis by axis.

use stridelab::view::broadcast::{Verdict, broadcast_steps};
use stridelab::view::shapes::parse;

#[test]
fn shapes_are_read_in_every_usual_form() {
    let rows: [(&str, &[&[usize]]); 10] = [
        ("(3, 4), (4,)", &[&[3, 4], &[4]]),
        ("(3,4)(4)", &[&[3, 4], &[4]]),
        ("3x4 4", &[&[3, 4], &[4]]),
        ("3×4, 1×4", &[&[3, 4], &[1, 4]]),
        ("[8, 1, 6, 1] + [7, 1, 5]", &[&[8, 1, 6, 1], &[7, 1, 5]]),
        ("()", &[&[]]),
        ("(), (2, 3)", &[&[], &[2, 3]]),
        ("5", &[&[5]]),
        ("(0, 3) 1", &[&[0, 3], &[1]]),
        (" ( 2 3 ) ", &[&[2, 3]]),
    ];
    for (text, shapes) in rows {
        assert_eq!(
            parse(text).as_deref(),
            Ok(shapes.iter().map(|s| s.to_vec()).collect::<Vec<_>>().as_slice()),
            "{text}"
        );
    }
}

#[test]
fn a_text_that_holds_no_shapes_gets_a_sentence() {
    let rows = [
        ("  ", "No shape was written: write shapes like (3, 4), (4,) or 3x4 4."),
        ("(3, a)", "\"a\" is not the length of an axis: write shapes like (3, 4), (4,) or 3x4 4."),
        ("(3, -1)", "-1 cannot be the length of an axis: a length is 0 or more."),
        ("(3, 4", "A '(' is not closed: write shapes like (3, 4), (4,) or 3x4 4."),
        ("3, 4)", "A ')' closes nothing: write shapes like (3, 4), (4,) or 3x4 4."),
        ("((3, 4), (4,))", "A shape cannot hold a shape: write shapes like (3, 4), (4,) or 3x4 4."),
        ("1 1 1 1 1 1 1 1 1", "9 shapes are too many to draw: at most 8."),
        (
            "99999999999999999999999",
            "\"99999999999999999999999\" is not the length of an axis: write shapes like (3, 4), (4,) or 3x4 4.",
        ),
    ];
    for (text, sentence) in rows {
        assert_eq!(parse(text).expect_err(text).to_string(), sentence, "{text}");
    }
    assert!(parse(&format!("({})", "1,".repeat(65))).is_err());
    assert!(parse("é(×)é").is_err());
}

#[test]
fn each_axis_tells_what_happened_to_it() {
    // numpy 2.4: np.broadcast_shapes((8, 1, 6, 1), (7, 1, 5)) == (8, 7, 6, 5)
    let steps = broadcast_steps(&[vec![8, 1, 6, 1], vec![7, 1, 5]]);
    assert_eq!(steps.result, Some(vec![8, 7, 6, 5]));
    let verdicts: Vec<Verdict> = steps.axes.iter().map(|axis| axis.verdict).collect();
    assert_eq!(verdicts, [Verdict::Missing, Verdict::Stretched, Verdict::Stretched, Verdict::Stretched]);
    assert_eq!(steps.operands[1].padded, [None, Some(7), Some(1), Some(5)]);
    assert_eq!(steps.operands[0].stretched, [false, true, false, true]);
    assert_eq!(steps.operands[1].stretched, [true, false, true, false]);
}

#[test]
fn a_failing_axis_is_marked_and_worded_as_numpy_words_it() {
    // numpy 2.4: np.add(np.ones((2, 3)), np.ones((4, 3)))
    let steps = broadcast_steps(&[vec![2, 3], vec![4, 3]]);
    assert_eq!(steps.axes[0].verdict, Verdict::Mismatch);
    assert_eq!((steps.axes[0].result, steps.axes[1].verdict), (None, Verdict::Equal));
    assert_eq!(steps.result, None);
    assert_eq!(steps.error.as_deref(), Some("operands could not be broadcast together with shapes (2,3) (4,3) "));
}

#[test]
fn scalars_empty_axes_and_three_operands() {
    assert_eq!(broadcast_steps(&[vec![], vec![]]).result, Some(vec![]));
    // numpy 2.4: np.broadcast_shapes((0, 3), (1, 1)) == (0, 3)
    let steps = broadcast_steps(&[vec![0, 3], vec![1, 1]]);
    assert_eq!(steps.result, Some(vec![0, 3]));
    assert_eq!(steps.operands[1].stretched, [true, true]);
    // numpy 2.4: np.broadcast_shapes((2, 1), (3,), (4, 1, 1)) == (4, 2, 3)
    assert_eq!(broadcast_steps(&[vec![2, 1], vec![3], vec![4, 1, 1]]).result, Some(vec![4, 2, 3]));
}
