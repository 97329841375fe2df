//! What others build into their pipelines does what docs/ci.md says, as far as it can run here: the
//! action's scripts, the hooks, and the scripts of the GitLab job and the Atlantis workflow, with a
//! `terraform` that prints a recorded plan.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

const PAYTF: &str = env!("CARGO_BIN_EXE_paytf");

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A plan that Terraform made, with errors in it.
const PLAN: &str = "crates/verify/tests/rules/zone-database-candidate/bad.json";

/// A YAML file of the repository, read by the language's own `yamldecode`.
fn yaml(name: &str) -> Value {
    let folder = TempDir::new().unwrap();
    fs::copy(repository().join(name), folder.path().join("file.yml")).unwrap();
    fs::write(folder.path().join("main.tf"), "locals {}\n").unwrap();
    let expression = "base64encode(jsonencode(yamldecode(file(\"${path.module}/file.yml\"))))";
    let mut show = assert_cmd::Command::new(PAYTF);
    let message = show
        .current_dir(folder.path())
        .args(["show", ".", "--eval", expression])
        .assert()
        .success();
    let text = String::from_utf8(message.get_output().stdout.clone()).unwrap();
    let json =
        base64::Engine::decode(&base64::prelude::BASE64_STANDARD, text.trim().trim_matches('"'))
            .unwrap();
    serde_json::from_slice(&json).unwrap()
}

/// A repository with a stack in `infra`, and `plan.json` beside it.
fn stack(encrypted: bool) -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("infra")).unwrap();
    let queue = format!(
        "resource \"aws_sqs_queue\" \"this\" {{\n  kms_master_key_id = \
         aws_kms_key.this.id\n}}\n\nresource \"aws_kms_key\" \"this\" {{\n  enable_key_rotation = \
         {encrypted}\n}}\n"
    );
    fs::write(folder.path().join("infra/main.tf"), queue).unwrap();
    fs::copy(repository().join(PLAN), folder.path().join("plan.json")).unwrap();
    folder
}

/// A script of bash in a folder, with paytf, and where it is wanted a `terraform` that prints the
/// recorded plan, on its path.
fn bash(script: &str, folder: &Path, variables: &[(&str, &str)]) -> Output {
    let tools = folder.join("tools");
    fs::create_dir_all(&tools).unwrap();
    let terraform = tools.join("terraform");
    fs::write(&terraform, format!("#!/bin/sh\ncat {}\n", repository().join(PLAN).display()))
        .unwrap();
    fs::set_permissions(&terraform, fs::Permissions::from_mode(0o755)).unwrap();
    let path = [&tools, Path::new(PAYTF).parent().unwrap()]
        .map(|folder| folder.display().to_string())
        .join(":");
    let mut bash = Command::new("bash");
    bash.args(["-c", script]).current_dir(folder).envs(variables.iter().copied());
    bash.env("PATH", format!("{path}:{}", std::env::var("PATH").unwrap()));
    bash.output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// The action's own script, with its inputs as action.yml hands them over.
fn action(folder: &Path, inputs: &[(&str, &str)]) -> Output {
    let action = yaml("action.yml");
    let step = &action["runs"]["steps"][1];
    let mut variables: Vec<(String, String)> = Vec::new();
    for (variable, value) in step["env"].as_object().unwrap() {
        let input =
            value.as_str().unwrap().trim_start_matches("${{ inputs.").trim_end_matches(" }}");
        let default = action["inputs"][input]["default"]
            .as_str()
            .unwrap_or_else(|| panic!("{input}: no such input"));
        let given = inputs.iter().find(|(name, _)| *name == input).map(|(_, value)| *value);
        variables.push((variable.clone(), given.unwrap_or(default).to_owned()));
    }
    variables.push(("GITHUB_ACTION_PATH".into(), repository().display().to_string()));
    variables.push(("GITHUB_OUTPUT".into(), folder.join("output").display().to_string()));
    variables.push(("GITHUB_STEP_SUMMARY".into(), folder.join("summary.md").display().to_string()));
    let variables: Vec<_> =
        variables.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    bash(step["run"].as_str().unwrap(), folder, &variables)
}

#[test]
fn the_action_annotates_sums_up_and_writes_sarif() {
    let stack = stack(false);
    let inputs = [
        ("path", "infra"),
        ("fail-on", "warning"),
        ("sarif", "verify.sarif"),
        ("args", "--only encrypt"),
    ];
    let message = action(stack.path(), &inputs);
    let annotations = text(&message.stdout);
    assert_eq!(message.status.code(), Some(1), "{annotations}{}", text(&message.stderr));
    assert!(
        annotations.contains("file=infra/main.tf,line=6,col=3,title=encrypt-key-rotation::"),
        "{annotations}"
    );
    let summary = fs::read_to_string(stack.path().join("summary.md")).unwrap();
    assert!(
        summary.starts_with("## paytf verify: ") && summary.contains("infra/main.tf:6"),
        "{summary}"
    );
    let sarif: Value =
        serde_json::from_slice(&fs::read(stack.path().join("verify.sarif")).unwrap()).unwrap();
    assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "encrypt-key-rotation");
    assert_eq!(fs::read_to_string(stack.path().join("output")).unwrap(), "exit-code=1\n");
}

#[test]
fn the_action_passes_where_nothing_counts_and_tells_bad_input() {
    let good =
        action(stack(true).path(), &[("path", "infra"), ("args", "--only encrypt-key-rotation")]);
    assert_eq!(good.status.code(), Some(0), "{}", text(&good.stdout));
    let folder = stack(true);
    let missing = action(folder.path(), &[("path", "no-such-folder")]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(
        text(&missing.stderr).contains("no-such-folder: cannot be read"),
        "{}",
        text(&missing.stderr)
    );
    // What is in an input is a word, not a script.
    let odd = action(folder.path(), &[("path", "$(touch ran)"), ("args", "* $(touch ran)")]);
    assert_eq!(odd.status.code(), Some(2));
    assert!(!folder.path().join("ran").exists());
}

/// A folder of releases with one archive, and the checksum that it is said to have.
fn releases(checksum: impl Fn(&str) -> String) -> TempDir {
    let folder = TempDir::new().unwrap();
    let script = r#"
        set -e
        case "$(uname -s)-$(uname -m)" in
            Linux-x86_64) target=x86_64-unknown-linux-musl ;; Linux-*) target=aarch64-unknown-linux-musl ;;
            Darwin-x86_64) target=x86_64-apple-darwin ;; *) target=aarch64-apple-darwin ;;
        esac
        mkdir -p v9.9.9 "paytf-$target"
        printf '#!/bin/sh\necho paytf 9.9.9\n' > "paytf-$target/paytf"
        chmod +x "paytf-$target/paytf"
        tar -czf "v9.9.9/paytf-$target.tar.gz" "paytf-$target"
        cd v9.9.9
        sha256sum paytf-*.tar.gz 2>/dev/null || shasum -a 256 paytf-*.tar.gz
    "#;
    let sums = bash(script, folder.path(), &[]);
    assert!(sums.status.success(), "{}", text(&sums.stderr));
    fs::write(folder.path().join("v9.9.9/SHA256SUMS"), checksum(&text(&sums.stdout))).unwrap();
    folder
}

fn install(releases: &Path) -> Output {
    let (url, bin) = (format!("file://{}", releases.display()), releases.join("bin"));
    let variables = [
        ("PAYTF_VERSION", "9.9.9"),
        ("PAYTF_RELEASES", url.as_str()),
        ("PAYTF_BIN", bin.to_str().unwrap()),
        ("GITHUB_PATH", &format!("{}/path", releases.display())),
    ];
    bash(repository().join("ci/install.sh").to_str().unwrap(), releases, &variables)
}

#[test]
fn a_release_is_installed_and_one_with_another_checksum_is_not() {
    let good = releases(str::to_owned);
    let message = install(good.path());
    assert_eq!(text(&message.stdout), "paytf 9.9.9\n", "{}", text(&message.stderr));
    let path = fs::read_to_string(good.path().join("path")).unwrap();
    assert_eq!(PathBuf::from(path.trim()), good.path().join("bin"));
    for checksum in [|sums: &str| sums.replacen(&sums[..8], "00000000", 1), |_: &str| String::new()]
    {
        let bad = releases(checksum);
        let message = install(bad.path());
        assert_eq!(message.status.code(), Some(2));
        assert!(
            text(&message.stderr).contains("is not what its SHA256SUMS says"),
            "{}",
            text(&message.stderr)
        );
        assert!(!bad.path().join("bin").exists(), "nothing of it is installed");
    }
}

#[test]
fn the_hooks_prove_the_folder_they_run_in() {
    let hooks = yaml(".pre-commit-hooks.yaml");
    let hooks = hooks.as_array().unwrap();
    assert_eq!(hooks.len(), 2);
    for hook in hooks {
        let arguments =
            hook["args"].as_array().unwrap().iter().map(|argument| argument.as_str().unwrap());
        let command = format!(
            "{} {}",
            hook["entry"].as_str().unwrap(),
            arguments.collect::<Vec<_>>().join(" ")
        );
        assert_eq!(hook["pass_filenames"], false, "the folder is proved, not each file");
        for (encrypted, code) in [(true, 0), (false, 1)] {
            let stack = stack(encrypted);
            let only = format!("{command} --only encrypt-key-rotation --fail-on warning");
            assert_eq!(
                bash(&only, &stack.path().join("infra"), &[]).status.code(),
                Some(code),
                "{only}"
            );
        }
    }
}

#[test]
fn the_gitlab_job_writes_both_reports_and_fails_at_an_error() {
    let job = &yaml("ci/gitlab.yml")["paytf-verify"];
    let lines = job["script"].as_array().unwrap().iter().map(|line| line.as_str().unwrap());
    let script = format!("set -eo pipefail\n{}", lines.collect::<Vec<_>>().join("\n"));
    let stack = stack(false);
    let message = bash(&script, stack.path(), &[("PAYTF_PATH", "plan.json")]);
    assert_eq!(message.status.code(), Some(1), "{}", text(&message.stderr));
    let quality = job["artifacts"]["reports"]["codequality"].as_str().unwrap();
    let quality: Value =
        serde_json::from_slice(&fs::read(stack.path().join(quality)).unwrap()).unwrap();
    assert_eq!(quality[0]["severity"], "critical");
    let junit = fs::read_to_string(
        stack.path().join(job["artifacts"]["reports"]["junit"].as_str().unwrap()),
    )
    .unwrap();
    assert!(quick_junit::Report::deserialize_from_str(&junit).unwrap().failures > 0);
}

#[test]
fn the_atlantis_workflow_verifies_the_plan_that_its_show_step_wrote() {
    let steps = yaml("ci/atlantis.yaml")["workflows"]["paytf"]["plan"]["steps"].clone();
    let run = steps
        .as_array()
        .unwrap()
        .iter()
        .find_map(|step| step["run"].as_str())
        .unwrap()
        .replace(" --source .", "");
    let stack = stack(false);
    let message = bash(&run, stack.path(), &[("SHOWFILE", "plan.json")]);
    assert_eq!(message.status.code(), Some(1));
    assert!(
        text(&message.stdout).contains("error aws_rds_cluster.payments: "),
        "{}",
        text(&message.stdout)
    );
}

#[test]
fn the_pipe_of_the_documentation_runs() {
    let page = fs::read_to_string(repository().join("docs/ci.md")).unwrap();
    let pipe = page
        .lines()
        .find(|line| line.contains("| paytf verify -"))
        .unwrap()
        .trim()
        .trim_start_matches("- run: ");
    let message = bash(pipe, stack(false).path(), &[]);
    assert_eq!(message.status.code(), Some(1), "{}", text(&message.stderr));
}

#[test]
fn the_formula_has_the_checksum_of_each_archive_and_every_file_names_this_version() {
    let folder = TempDir::new().unwrap();
    let targets = [
        "x86_64-unknown-linux-musl",
        "aarch64-unknown-linux-musl",
        "x86_64-apple-darwin",
        "aarch64-apple-darwin",
    ];
    let sums = targets
        .iter()
        .enumerate()
        .map(|(place, target)| format!("{place:064x}  paytf-{target}.tar.gz\n"));
    let sums: String = sums.collect();
    fs::write(folder.path().join("SHA256SUMS"), &sums).unwrap();
    let script = format!("{} 1.2.3 SHA256SUMS", repository().join("ci/formula.sh").display());
    let formula = text(&bash(&script, folder.path(), &[]).stdout);
    for (place, target) in targets.iter().enumerate() {
        let url = format!(
            "/releases/download/v1.2.3/paytf-{target}.tar.gz\"\n      sha256 \"{place:064x}\""
        );
        assert!(formula.contains(&url), "{formula}");
    }
    fs::write(folder.path().join("SHA256SUMS"), &sums[sums.find('\n').unwrap() + 1..]).unwrap();
    assert_eq!(bash(&script, folder.path(), &[]).status.code(), Some(2), "one is missing");

    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(yaml("action.yml")["inputs"]["version"]["default"], version);
    let job = &yaml("ci/gitlab.yml")["paytf-verify"];
    assert_eq!(job["image"]["name"], format!("ghcr.io/paytf/paytf:{version}"));
    let release = yaml(".github/workflows/release.yml");
    let built = release["jobs"]["binary"]["strategy"]["matrix"]["include"].as_array().unwrap();
    let built: Vec<_> = built.iter().map(|entry| entry["target"].as_str().unwrap()).collect();
    let installer = fs::read_to_string(repository().join("ci/install.sh")).unwrap();
    for target in &built {
        assert!(
            installer.contains(&format!("target={target} ")),
            "ci/install.sh does not install {target}"
        );
    }
    assert!(targets.iter().all(|target| built.contains(target)), "{built:?}");
    let manifest: toml::Table =
        fs::read_to_string(repository().join("Cargo.toml")).unwrap().parse().unwrap();
    let archives = manifest["package"]["metadata"]["binstall"]["pkg-url"].as_str().unwrap();
    let url =
        archives.replace("{ repo }", env!("CARGO_PKG_REPOSITORY")).replace("{ version }", "1.2.3");
    assert!(formula.contains(&url.replace("{ target }", targets[0])), "{url}");
}
