//! A new stack: where it appears, and what is in it.

use std::collections::BTreeSet;

use super::{Workdir, stderr, stdout};

const TIERS: [&str; 9] = [
    "application",
    "database",
    "encryption",
    "iam",
    "monitoring",
    "network",
    "resilience",
    "storage",
    "validation",
];

fn layout(extension: &str) -> BTreeSet<String> {
    let root = ["main", "variables", "outputs"].map(|name| format!("{name}.{extension}"));
    let others = [
        "README.md",
        ".gitignore",
        ".paytf.json",
        "paytf-verify.toml",
        "preflight.sh",
        "database-setup.sh",
        "architecture.svg",
        "lambda/payment-validator.zip",
    ]
    .map(str::to_owned);
    let modules = TIERS.into_iter().flat_map(|tier| {
        let files =
            ["main", "variables", "outputs", "versions"].map(|name| format!("{name}.{extension}"));
        files
            .into_iter()
            .chain(["README.md".to_owned()])
            .map(move |file| format!("modules/{tier}/{file}"))
    });
    root.into_iter().chain(others).chain(modules).collect()
}

/// The files written, without the pages for people: one for each alarm and drill, which their own
/// tests count.
fn written(place: &Workdir, folder: &str) -> BTreeSet<String> {
    place.state(folder).into_keys().filter(|path| !is_page(path)).collect()
}

fn is_page(path: &str) -> bool {
    (path.starts_with("runbooks/") || path.starts_with("drills/")) && path.ends_with(".md")
}

#[test]
fn a_stack_holds_these_files_and_no_others() {
    let place = Workdir::new();
    place.generate(&[]).code(0);
    assert_eq!(written(&place, "generated/staging"), layout("tf.json"));
    place.generate(&["--out", "native", "--format", "hcl"]).code(0);
    assert_eq!(written(&place, "native/staging"), layout("tf"));
}

#[test]
fn a_stack_has_pages_for_its_alarms_and_its_drills() {
    let place = Workdir::new();
    place.generate(&[]).code(0);
    let pages = |folder: &str| {
        place.state("generated/staging").keys().filter(|path| path.starts_with(folder)).count()
    };
    assert!(pages("runbooks/") > 30, "{} runbooks", pages("runbooks/"));
    assert!(pages("drills/") > 3, "{} drills", pages("drills/"));
}

#[test]
fn nothing_is_written_beside_the_stack() {
    let place = Workdir::new();
    place.generate(&[]).code(0);
    assert!(
        place.everything().iter().all(|path| path.starts_with("generated/staging/")),
        "{:?}",
        place.everything()
    );
}

#[test]
fn the_stack_is_told_on_stderr_with_what_to_do_next() {
    let place = Workdir::new();
    let assert = place.generate(&[]).code(0);
    assert_eq!(stdout(&assert), "");
    let count = place.state("generated/staging").len() - 1;
    let message = stderr(&assert);
    assert!(message.contains(&format!("{count} files created, 0 updated, 0 removed")), "{message}");
    assert!(message.contains("terraform -chdir=generated/staging init"), "{message}");
}

#[test]
fn a_folder_that_does_not_exist_is_made_however_deep() {
    let place = Workdir::new();
    place.generate(&["--out", "a/b/../c/d"]).code(0);
    assert_eq!(written(&place, "a/c/d/staging"), layout("tf.json"));
    let absolute = place.path("x/y");
    place.generate(&["--out", absolute.to_str().unwrap()]).code(0);
    assert_eq!(written(&place, "x/y/staging"), layout("tf.json"));
}

#[test]
fn environments_stand_side_by_side() {
    let place = Workdir::new();
    place.generate(&[]).code(0);
    let before = place.state("generated/staging");
    place.paytf(&["gen", "--suffix", "prod-2"]).assert().code(0);
    assert_eq!(written(&place, "generated/prod-2"), layout("tf.json"));
    assert_eq!(place.state("generated/staging"), before);
    assert!(
        place.read("generated/prod-2/main.tf.json").contains("\"environment_suffix\": \"prod-2\"")
    );
}

#[test]
fn the_profile_of_the_command_line_goes_before_that_of_the_file() {
    let place = Workdir::new();
    place.write("pay.toml", "profile = \"development\"\n");
    let class = |arguments: &[&str]| {
        place.generate(&[arguments, &["--overwrite"]].concat()).code(0);
        let main = place.read("generated/staging/main.tf.json");
        main.lines().find(|line| line.contains("instance_class")).unwrap().trim().to_owned()
    };
    assert_eq!(class(&[]), "\"instance_class\": \"db.r7g.large\",");
    assert_eq!(class(&["--config", "pay.toml"]), "\"instance_class\": \"db.t4g.medium\",");
    assert_eq!(
        class(&["--config", "pay.toml", "--profile", "production"]),
        "\"instance_class\": \"db.r7g.large\","
    );
}

#[test]
fn a_package_for_another_architecture_is_deployed_as_such() {
    let place = Workdir::new();
    place.write("pay.toml", "[validation]\narchitecture = \"arm64\"\n");
    place.write("arm64.zip", "PK\u{3}\u{4} for arm64");
    place.generate(&["--config", "pay.toml", "--validator-zip", "arm64.zip"]).code(0);
    assert!(place.read("generated/staging/main.tf.json").contains("\"architecture\": \"arm64\""));
    assert_eq!(
        place.read("generated/staging/lambda/payment-validator.zip"),
        place.read("arm64.zip")
    );
}

#[test]
fn the_given_package_is_the_one_in_the_stack() {
    let place = Workdir::new();
    place.write("own.zip", "PK\u{3}\u{4}own");
    place.generate(&["--validator-zip", "own.zip"]).code(0);
    assert_eq!(place.read("generated/staging/lambda/payment-validator.zip"), "PK\u{3}\u{4}own");
}

#[cfg(unix)]
#[test]
fn colleagues_can_read_the_stack() {
    use std::os::unix::fs::PermissionsExt;
    let place = Workdir::new();
    place.generate(&[]).code(0);
    for (path, readable) in
        [("generated/staging", 0o055), ("generated/staging/main.tf.json", 0o044)]
    {
        let mode = place.path(path).metadata().unwrap().permissions().mode();
        assert_eq!(mode & readable, readable, "{path} has the mode {mode:o}");
    }
}

#[test]
fn the_state_is_kept_in_the_configured_bucket_under_the_configured_key() {
    let place = Workdir::new();
    let key = "arn:aws:kms:us-east-1:123456789012:alias/state";
    place.write(
        "pay.toml",
        &format!("backend = {{ bucket = \"state\", kms_key_arn = \"{key}\" }}\n"),
    );
    place.generate(&["--config", "pay.toml"]).code(0);
    let backend = place.read("generated/staging/backend.tf.json");
    assert!(
        backend.contains("\"bucket\": \"state\"")
            && backend.contains(&format!("\"kms_key_id\": \"{key}\"")),
        "{backend}"
    );
}

#[test]
fn a_suffix_that_is_the_name_of_another_profile_is_told_with_what_it_costs() {
    let place = Workdir::new();
    let printed = stderr(&place.generate(&[]).code(0));
    assert!(
        printed.contains(
            "staging has the profile production, which costs some 1238 US dollars a month"
        ),
        "{printed}"
    );
    assert!(
        printed.contains("with --profile staging") && printed.contains("some 583."),
        "{printed}"
    );
    let printed = stderr(&place.generate(&["--profile", "staging"]).code(0));
    assert!(!printed.contains("US dollars"), "who chose is not told: {printed}");
}
