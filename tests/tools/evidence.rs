//! The evidence for auditors: what it judges, the page that shows it, and the same as OSCAL.

mod judgement;
mod oscal;
mod page;

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use assert_cmd::Command;
use paytf::config::Profile;
use paytf::render::Format;
use serde_json::Value;
use tempfile::TempDir;

use crate::support::{config, planned};

/// The plan of production, made once, in a folder of its own, with the stack beside it: what a plan
/// does not show of texts with an unknown part is read there.
fn plan() -> &'static PathBuf {
    static PLAN: LazyLock<(TempDir, PathBuf)> = LazyLock::new(|| {
        let plan = planned(&config("", "prod", Profile::Production)).unwrap();
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let path = folder.path().join("plan.json");
        fs::write(&path, plan.json.to_string()).unwrap();
        let package = std::borrow::Cow::Borrowed(&b"PK"[..]);
        let files =
            paytf::files::of_stack(&config("", "prod", Profile::Production), Format::Json, package)
                .unwrap();
        for (name, content) in files {
            let path = folder.path().join("stack").join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, content).unwrap();
        }
        (folder, path)
    });
    &PLAN.1
}

fn evidence(arguments: &[&str]) -> String {
    let mut paytf = Command::cargo_bin("paytf").unwrap();
    let output = paytf
        .current_dir(plan().parent().unwrap())
        .args(["evidence", "plan.json", "--source", "stack"])
        .args(arguments)
        .assert();
    String::from_utf8(output.success().get_output().stdout.clone()).unwrap()
}

fn json() -> Value {
    serde_json::from_str(&evidence(&["--format", "json"])).unwrap()
}
