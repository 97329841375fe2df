//! `paytf init`: a configuration to begin with, and its schema for editors.

use super::{Workdir, stderr, stdout};

#[test]
fn a_configuration_is_written_that_gen_finds() {
    let place = Workdir::new();
    let assert = place.paytf(&["init", "--profile", "development"]).assert().code(0);
    assert_eq!(stdout(&assert), "");
    assert!(stderr(&assert).contains("Next: edit it, then: paytf gen --suffix prod"));
    assert_eq!(place.everything(), ["paytf.schema.json", "paytf.toml"]);
    assert!(place.read("paytf.toml").starts_with("#:schema ./paytf.schema.json\n"));
    place.generate(&[]).code(0);
    assert!(place.read("generated/staging/main.tf.json").contains("db.t4g.medium"));
}

#[test]
fn the_schema_beside_it_is_the_one_that_is_printed() {
    let place = Workdir::new();
    place.paytf(&["init"]).assert().code(0);
    assert_eq!(place.read("paytf.schema.json"), stdout(&place.paytf(&["schema"]).assert().code(0)));
    assert_eq!(place.read("paytf.schema.json"), include_str!("../../../docs/paytf.schema.json"));
}

#[test]
fn what_is_there_is_not_overwritten_without_force() {
    for file in ["paytf.toml", "paytf.schema.json"] {
        let place = Workdir::new();
        place.write(file, "mine");
        let message = stderr(&place.paytf(&["init"]).assert().code(2));
        assert!(
            message.contains(&format!("{file} is there already")) && message.contains("--force"),
            "{message}"
        );
        assert_eq!(
            (place.everything(), place.read(file)),
            (vec![file.to_owned()], "mine".to_owned())
        );
        place.paytf(&["init", "--force"]).assert().code(0);
        assert_ne!(place.read(file), "mine");
    }
}

#[test]
fn a_profile_that_is_not_known_is_refused() {
    let place = Workdir::new();
    let message = stderr(&place.paytf(&["init", "--profile", "prod"]).assert().code(2));
    assert!(message.contains("development, staging, production"), "{message}");
    assert!(place.everything().is_empty());
}
