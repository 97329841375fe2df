//! The README and the page of the stack tell the truth: their commands run, the README's paths
//! exist.

use std::fs;
use std::path::Path;

use assert_cmd::Command;

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn readme() -> String {
    fs::read_to_string(repository().join("README.md")).unwrap()
}

fn stack_page() -> String {
    fs::read_to_string(repository().join("docs/stack.md")).unwrap()
}

/// The lines of the fenced `sh` blocks, without their comments.
fn commands(page: &str) -> Vec<String> {
    let blocks = page.split("```sh\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    blocks
        .flat_map(str::lines)
        .map(|line| line.split(" #").next().unwrap().trim().to_owned())
        .collect()
}

#[test]
fn every_paytf_command_runs_as_it_is() {
    run_all(&readme(), 5);
    run_all(&stack_page(), 8);
}

/// Runs the commands of a page, one after another, in a new folder.
fn run_all(page: &str, least: usize) {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("examples")).unwrap();
    for entry in fs::read_dir(repository().join("examples")).unwrap().map(Result::unwrap) {
        fs::copy(entry.path(), folder.path().join("examples").join(entry.file_name())).unwrap();
    }
    let mut run = 0;
    for command in commands(page) {
        let Some(arguments) =
            command.strip_prefix("cargo run --release -- ").or(command.strip_prefix("paytf "))
        else {
            continue;
        };
        if arguments.starts_with("sandbox") {
            continue; // tests/tools/emulator/sandbox runs those, one after another
        }
        let mut paytf = Command::cargo_bin("paytf").unwrap();
        paytf.current_dir(folder.path()).args(arguments.split_whitespace()).assert().success();
        run += 1;
    }
    assert!(run >= least, "only {run} commands of the page are paytf's");
}

#[test]
fn the_test_command_is_the_one_that_ci_runs() {
    let command =
        commands(&readme()).into_iter().find(|command| command.starts_with("cargo test")).unwrap();
    let ci = fs::read_to_string(repository().join(".ci/run")).unwrap();
    assert!(ci.lines().any(|line| line == command), ".ci/run does not run `{command}`");
}

#[test]
fn the_public_workflow_runs_the_same_script_with_the_same_versions() {
    let workflow = fs::read_to_string(repository().join(".github/workflows/ci.yml")).unwrap();
    for line in ["run: .ci/run", "$(cat .terraform-version)", "run: rustup toolchain install"] {
        assert!(workflow.contains(line), "ci.yml does not contain `{line}`");
    }
}

#[test]
fn every_path_it_names_exists() {
    let readme = readme();
    let quoted = readme.split('`').skip(1).step_by(2);
    let linked = readme.split("](").skip(1).map(|rest| rest.split(')').next().unwrap());
    let is_path = |text: &&str| text.contains('/') && !text.contains([' ', '<', '*', ':', '\n']);
    let paths: Vec<_> = quoted.chain(linked).filter(is_path).collect();
    assert!(paths.len() > 20, "only {} paths found", paths.len());
    for path in paths {
        let path = path.split('#').next().unwrap_or(path);
        assert!(repository().join(path).exists(), "the README names {path}, which does not exist");
    }
}
