//! Every environment of a configuration at once.

use super::{Workdir, stderr, stdout};

const TWO: &str = "profile = \"development\"\n[environments.one]\n[environments.two]\nnetwork.\
                   vpc_cidr = \"10.9.0.0/16\"\n";

fn two() -> Workdir {
    let place = Workdir::new();
    place.write("pay.toml", TWO);
    place
}

const ALL: [&str; 4] = ["gen", "--all", "--config", "pay.toml"];

fn all(more: &[&'static str]) -> Vec<&'static str> {
    [&ALL, more].concat()
}

#[test]
fn all_environments_are_written_each_as_alone() {
    let (together, alone) = (two(), two());
    let message = stderr(&together.paytf(&all(&[])).assert().code(0));
    for suffix in ["one", "two"] {
        assert!(message.contains(&format!("Wrote generated/{suffix}: ")), "{message}");
        alone.paytf(&["gen", "--suffix", suffix, "--config", "pay.toml"]).assert().code(0);
    }
    let bytes = |place: &Workdir| {
        place
            .state("generated")
            .into_iter()
            .map(|(path, (bytes, _))| (path, bytes))
            .collect::<Vec<_>>()
    };
    assert_eq!(bytes(&together), bytes(&alone));
}

#[test]
fn all_environments_are_checked_and_one_stale_one_is_told() {
    let place = two();
    place.paytf(&all(&[])).assert().code(0);
    let message = stderr(&place.paytf(&all(&["--check"])).assert().code(0));
    assert!(
        message.contains("generated/one is fresh") && message.contains("generated/two is fresh"),
        "{message}"
    );
    place.write("pay.toml", &TWO.replace("10.9.0.0/16", "10.8.0.0/16"));
    let before = place.state("generated");
    let assert = place.paytf(&all(&["--check"])).assert().code(1);
    let message = stderr(&assert);
    assert!(
        message.contains("generated/one is fresh") && message.contains("generated/two is stale"),
        "{message}"
    );
    assert!(stdout(&assert).contains("10.8.0.0/20"));
    assert_eq!(place.state("generated"), before);
}

#[test]
fn one_environment_that_cannot_be_made_keeps_all_from_being_written() {
    let place = two();
    place.write("pay.toml", &format!("{TWO}validation.architecture = \"arm64\"\n"));
    let message = stderr(&place.paytf(&all(&[])).assert().code(2));
    assert!(message.starts_with("error: environment two: validation.architecture"), "{message}");
    place.write("pay.toml", &format!("{TWO}logs.retention_days = 2\n"));
    let message = stderr(&place.paytf(&all(&[])).assert().code(2));
    assert!(message.contains("environments.two.logs.retention_days"), "{message}");
    assert_eq!(place.everything(), ["pay.toml"]);
}

#[test]
fn one_environment_that_someone_edited_keeps_all_from_being_written() {
    let place = two();
    place.paytf(&all(&[])).assert().code(0);
    place.write("generated/two/main.tf.json", "{}");
    place.write("pay.toml", &TWO.replace("development", "staging"));
    let before = place.state("generated");
    let message = stderr(&place.paytf(&all(&[])).assert().code(1));
    assert!(message.contains("generated/two") && message.contains("main.tf.json"), "{message}");
    assert_eq!(place.state("generated"), before);
    place.paytf(&all(&["--overwrite"])).assert().code(0);
    assert!(place.read("generated/two/main.tf.json").contains("10.9.0.0"));
}

#[test]
fn the_configuration_of_the_current_folder_is_found_and_told() {
    let place = Workdir::new();
    place.write("paytf.toml", "network.vpc_cidr = \"10.77.0.0/16\"\n");
    let message = stderr(&place.generate(&[]).code(0));
    assert!(
        message.starts_with("Reading paytf.toml of this folder; --config takes another file."),
        "{message}"
    );
    assert!(place.read("generated/staging/main.tf.json").contains("10.77.0.0/16"));
    place.write("other.toml", "");
    let message = stderr(&place.generate(&["--config", "other.toml"]).code(0));
    assert!(!message.contains("paytf.toml"), "{message}");
    assert!(place.read("generated/staging/main.tf.json").contains("10.0.0.0/16"));
}
