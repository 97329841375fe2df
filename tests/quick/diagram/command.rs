//! `paytf diagram` as its user meets it.

use assert_cmd::Command;
use paytf::config::Profile;
use paytf::diagram::{Drawing, Picture, svg};

use super::foreign::{self, Foreign};
use super::ours;

fn diagram(arguments: &[&str], stdin: &str) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_paytf"));
    let folder = tempfile::TempDir::new().unwrap();
    let command = command.current_dir(folder.path()).env("NO_COLOR", "1").arg("diagram");
    let output = command.args(arguments).write_stdin(stdin).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn a_plan_on_stdin_is_drawn_to_stdout_and_nothing_else_is_said() {
    let plan = Foreign::with_zones("ab").plan().to_string();
    let (code, out, err) = diagram(&["-"], &plan);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.starts_with("<?xml") && out.ends_with("</svg>\n"), "{out}");
    assert!(
        diagram(&["-", "--format", "mermaid", "--lose", "a"], &plan)
            .1
            .starts_with("flowchart TB\n")
    );
    assert!(diagram(&["-", "--format", "dot"], &plan).1.starts_with("digraph stack {\n"));
}

#[test]
fn a_stack_of_ours_is_drawn_without_a_plan() {
    let (code, out, err) = diagram(&["--suffix", "staging"], "");
    let picture = Picture::of(&ours(Profile::Production), "Payment infrastructure staging", None);
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(out, svg(&Drawing::of(&picture)).unwrap());
}

#[test]
fn what_cannot_be_drawn_is_refused_with_what_to_do() {
    let plan = Foreign::with_zones("ab").plan().to_string();
    let empty = foreign::plan(vec![]).to_string();
    let refused = [
        (
            vec!["-", "--lose", "q"],
            plan.as_str(),
            "--lose q: nothing of this stack is in such a zone; its zones are eu-west-1a and \
             eu-west-1b",
        ),
        (vec!["-"], "{}", "is JSON, but not a Terraform plan"),
        (vec!["-"], empty.as_str(), "nothing to draw"),
        (vec!["missing.json"], "", "missing.json: cannot be read"),
        (vec![], "", "required"),
        (vec!["-", "--suffix", "staging"], plan.as_str(), "cannot be used with"),
        (vec!["-", "--profile", "staging"], plan.as_str(), "cannot be used with"),
    ];
    for (arguments, stdin, expected) in refused {
        let (code, out, err) = diagram(&arguments, stdin);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        assert!(err.contains(expected), "{arguments:?}: {err}");
    }
}
