//! Runs other programs: says what runs, how long it took, and turns a failure into one sentence.
//! Knows nothing of Rust, the site or the suites.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// The error is a sentence for the person at the terminal: what failed and what to do.
pub type Result<T> = std::result::Result<T, String>;

/// Prints one line of progress.
pub fn say(line: impl AsRef<str>) {
    println!("==> {}", line.as_ref());
}

/// `61.2` seconds as `1 min 01 s`, below a minute as `4.2 s`.
pub fn elapsed(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 60.0 {
        format!("{seconds:.1} s")
    } else {
        format!("{} min {:02} s", time.as_secs() / 60, time.as_secs() % 60)
    }
}

/// The command line as one would type it.
pub fn spelled(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| {
            let word = word.to_string_lossy();
            if word.is_empty() || word.contains([' ', '"', '\'', '*', '$']) {
                format!("'{word}'")
            } else {
                word.into_owned()
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// Runs with the terminal's own output; `what` says the purpose.
pub fn run(what: &str, command: &mut Command) -> Result<()> {
    say(what);
    println!("    $ {}", spelled(command));
    let start = Instant::now();
    let status = command.stdin(Stdio::null()).status().map_err(|error| cannot_start(command, &error))?;
    if status.success() {
        println!("    done in {}", elapsed(start.elapsed()));
        Ok(())
    } else {
        Err(format!("{what}: `{}` ended with {status}", spelled(command)))
    }
}

/// As `run`, and hands each line of standard output to `read` as well.
pub fn run_echoed(what: &str, command: &mut Command, mut read: impl FnMut(&str)) -> Result<()> {
    say(what);
    println!("    $ {}", spelled(command));
    let start = Instant::now();
    let mut child =
        command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().map_err(|error| cannot_start(command, &error))?;
    let mut lines = BufReader::new(child.stdout.take().expect("standard output was asked for as a pipe"));
    let mut bytes = Vec::new();
    while lines.read_until(b'\n', &mut bytes).is_ok_and(|count| count > 0) {
        let line = String::from_utf8_lossy(&bytes);
        print!("{line}");
        read(line.trim_end());
        bytes.clear();
    }
    let status = child.wait().map_err(|error| format!("{what}: {error}"))?;
    if status.success() {
        println!("    done in {}", elapsed(start.elapsed()));
        Ok(())
    } else {
        Err(format!("{what}: `{}` ended with {status}", spelled(command)))
    }
}

/// Runs with both streams sent to `log`; on failure the error quotes the log's last lines.
pub fn run_logged(what: &str, command: &mut Command, log: &Path) -> Result<()> {
    say(format!("{what} (log: {})", log.display()));
    let start = Instant::now();
    let file = log
        .parent()
        .map_or(Ok(()), std::fs::create_dir_all)
        .and_then(|()| File::create(log))
        .and_then(|file| Ok((file.try_clone()?, file)))
        .map_err(|error| format!("cannot write {}: {error}", log.display()))?;
    let status = command
        .stdin(Stdio::null())
        .stdout(file.0)
        .stderr(file.1)
        .status()
        .map_err(|error| cannot_start(command, &error))?;
    if status.success() {
        say(format!("{what}: done in {}", elapsed(start.elapsed())));
        return Ok(());
    }
    let text = std::fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    let tail = lines[lines.len().saturating_sub(30)..].join("\n");
    Err(format!("{tail}\n{what}: `{}` ended with {status}", spelled(command)))
}

/// Runs quietly and gives back its standard output; its standard error goes into the failure.
pub fn output(command: &mut Command) -> Result<String> {
    let out = command.stdin(Stdio::null()).output().map_err(|error| cannot_start(command, &error))?;
    if out.status.success() {
        Ok(String::from_utf8_lossy(&out.stdout).into_owned())
    } else {
        let stderr = String::from_utf8_lossy(&out.stderr);
        Err(format!("`{}` ended with {}: {}", spelled(command), out.status, stderr.trim()))
    }
}

/// As `output`, but a command still running after `limit` is ended and counts as failed.
pub fn output_within(limit: Duration, command: &mut Command) -> Result<String> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| cannot_start(command, &error))?;
    let start = Instant::now();
    let status = loop {
        match child.try_wait() {
            Ok(Some(status)) => break status,
            Ok(None) if start.elapsed() < limit => sleep(Duration::from_millis(50)),
            _ => {
                let _ = child.kill();
                let _ = child.wait();
                return Err(format!("`{}` took more than {}", spelled(command), elapsed(limit)));
            }
        }
    };
    let mut text = String::new();
    if let Some(mut stdout) = child.stdout.take() {
        let _ = stdout.read_to_string(&mut text);
    }
    if status.success() { Ok(text) } else { Err(format!("`{}` ended with {status}", spelled(command))) }
}

/// The first file of this name on `PATH`.
pub fn on_path(program: &str) -> Option<std::path::PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|dir| dir.join(program)).find(|file| file.is_file())
}

/// `apt-get ARGS`, as root or through `sudo -n`; an error says that neither is possible.
pub fn apt_get(what: &str, args: &[&str]) -> Result<()> {
    let root = output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    let mut command = if root {
        Command::new("apt-get")
    } else if on_path("sudo").is_some() {
        let mut sudo = Command::new("sudo");
        sudo.args(["-n", "apt-get"]);
        sudo
    } else {
        return Err(format!("{what} needs root: run `apt-get {}` yourself", args.join(" ")));
    };
    command.args(args).env("DEBIAN_FRONTEND", "noninteractive");
    run(what, &mut command)
}

fn cannot_start(command: &Command, error: &std::io::Error) -> String {
    let program: &OsStr = command.get_program();
    format!("cannot start `{}`: {error}", program.to_string_lossy())
}
