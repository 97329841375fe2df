//! What an operator reads when a configuration cannot be used: how problems are found, placed and
//! told. Each kind of mistake has its message in `config_messages.rs`.

use paytf::config::{Config, ConfigError};
use proptest::prelude::*;
use std::{fs, path::Path};

fn load(toml: &str) -> Result<Config, ConfigError> {
    Config::from_toml(toml, Path::new("pay.toml"), "test".parse().expect("a suffix"), None)
}

/// Every problem on one line.
fn problems(toml: &str) -> Vec<String> {
    match load(toml).expect_err(toml) {
        ConfigError::Invalid { problems, .. } => problems.iter().map(ToString::to_string).collect(),
        other => panic!("{other}"),
    }
}

fn only_problem(toml: &str) -> String {
    match problems(toml).as_slice() {
        [problem] => problem.clone(),
        several => panic!("{toml}\n{several:#?}"),
    }
}

#[test]
fn every_wrong_value_is_reported_at_once_with_its_place_and_what_is_allowed() {
    let toml = "
        profile = 'prodution'
        account_id = 123456789012
        [database]
        backup_retention_days = 36
        engine_version = '99.1'
        instance_class = 'db.t4g.nano'
        proxy = 'yes'
        [validation]
        memory_mb = 64
        timeout_seconds = 1.5
        [logs]
        retention_days = 31";
    let expected = [
        "line 2, column 19: profile: \"prodution\" is not known; did you mean \"production\"? \
         allowed: development, staging, production",
        "line 3, column 22: account_id: integer 123456789012 is of the wrong type; allowed: 12 \
         digits in quotes, such as \"123456789012\"",
        "line 5, column 33: database.backup_retention_days: 36 is not allowed; allowed: a whole \
         number from 1 to 35",
        "line 6, column 26: database.engine_version: \"99.1\" is not known; allowed: 15.10, \
         15.12, 15.13, 15.14, 15.15, 15.17, 15.18, 15.19, 16.8, 16.9, 16.10, 16.11, 16.13, 16.14, \
         16.15, 17.4, 17.5, 17.6, 17.7, 17.9, 17.10, 17.11, 18.3, 18.4, 18.6",
        "line 7, column 26: database.instance_class: \"db.t4g.nano\" is not known; did you mean \
         \"db.t4g.",
        "line 8, column 17: database.proxy: string \"yes\" is of the wrong type; allowed: true or \
         false",
        "line 10, column 21: validation.memory_mb: 64 is not allowed; allowed: a whole number \
         from 128 to 10240",
        "line 11, column 27: validation.timeout_seconds: floating point 1.5 is of the wrong type; \
         allowed: a whole number from 1 to 900",
        "line 13, column 26: logs.retention_days: 31 is not allowed; allowed: a number of days \
         CloudWatch Logs accepts: 1, 3,",
    ];
    let found = problems(toml);
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for (found, expected) in found.iter().zip(expected) {
        assert!(found.starts_with(expected), "{found}\n{expected}");
    }
}

#[test]
fn the_report_shows_each_line_with_a_caret_and_counts_the_problems() {
    let toml = "[network]\n\nvpc_cdir = \"10.0.0.0/16\"\n[logs]\nretention_days = 2\n";
    let message = load(toml).expect_err(toml).to_string();
    assert!(
        message.contains(" --> pay.toml:3:1\n  |\n3 | vpc_cdir = \"10.0.0.0/16\"\n  | ^^^^^^^^\n"),
        "{message}"
    );
    assert!(
        message
            .contains("did you mean \"vpc_cidr\"? known in network: vpc_cidr, availability_zones,"),
        "{message}"
    );
    assert!(
        message.contains(" --> pay.toml:5:18\n")
            && message.contains("note: How many days log events are kept."),
        "{message}"
    );
    assert!(message.ends_with("\n\npay.toml cannot be used: 2 problems"), "{message}");
}

#[test]
fn colours_are_added_to_the_report_and_change_none_of_its_words() {
    let error = load("logs.retention_days = 2").expect_err("two days");
    let styled = error.styled().expect("a report");
    let plain = anstream::adapter::strip_str(&styled).to_string();
    assert!(styled.contains('\u{1b}'));
    assert_eq!(plain, error.to_string());
}

#[test]
fn a_key_in_the_wrong_place_is_named_with_its_right_one() {
    for (toml, nearest) in [
        ("min_task = 3", "did you mean application.min_tasks?"),
        ("[database]\nvpc_cidr = '10.0.0.0/16'", "did you mean network.vpc_cidr?"),
        ("[applicaton]\nmin_tasks = 3", "did you mean \"application\"?"),
        ("storage.expire_days = 90", "did you mean storage.lifecycle.expire_days?"),
        ("[environment.test]", "did you mean \"environments\"?"),
    ] {
        assert!(only_problem(toml).contains(nearest), "{}", only_problem(toml));
    }
    assert!(!only_problem("flux = 1").contains("did you mean"), "nothing is like it");
}

#[test]
fn settings_that_do_not_go_together_are_all_pointed_at() {
    let toml = "application.min_tasks = 20\napplication.max_tasks = 15\n";
    let message = load(toml).expect_err(toml).to_string();
    assert!(message.contains("1 | application.min_tasks = 20\n"), "{message}");
    assert!(
        message.contains("-- application.min_tasks is set here\n2 | application.max_tasks = 15\n"),
        "{message}"
    );
}

#[test]
fn a_value_that_cannot_be_read_brings_no_second_complaint_about_its_default() {
    let toml = "application.min_tasks = 60\napplication.max_tasks = \
                'many'\napplication.desired_tasks = 70";
    assert!(
        only_problem(toml).starts_with("line 2, column 25: application.max_tasks: string \"many\"")
    );
}

#[test]
fn what_an_operator_wrote_is_quoted_and_never_taken_for_the_messages_own_words() {
    let toml = "tags.Owner = 'a \"; b, expected c<'";
    let message = load(toml).expect_err(toml).to_string();
    assert!(
        message.starts_with("error: tags.Owner: \"a \\\"; b, expected c<\" is not allowed\n"),
        "{message}"
    );
    assert!(message.contains("= help: allowed: at most 256 letters"), "{message}");
}

#[test]
fn text_that_is_not_toml_is_reported_with_its_place() {
    assert!(
        only_problem("[network]\nvpc_cidr = \n").starts_with("line 2, column 12: not valid TOML: ")
    );
    assert!(
        only_problem("logs.retention_days = 1\nlogs.retention_days = 3").contains("duplicate key")
    );
}

#[test]
fn a_file_that_cannot_be_read_is_named_with_the_reason() {
    let suffix = "test".parse().expect("a suffix");
    let message = Config::load(Some(Path::new("nowhere/pay.toml")), suffix, None)
        .expect_err("no file")
        .to_string();
    assert!(message.starts_with("cannot read the configuration nowhere/pay.toml: "), "{message}");
    assert!(message.ends_with("name an existing TOML file, or leave --config out"), "{message}");
}

proptest! {
    #[test]
    fn no_damage_to_a_file_makes_the_program_panic(
        example in prop::sample::select(
            vec!["examples/production.toml", "examples/environments.toml"]
        ),
        at in any::<prop::sample::Index>(),
        piece in "\\PC{0,8}",
        lost in 0..40usize,
    ) {
        let whole = fs::read_to_string(example).expect("the example is there");
        let mut characters: Vec<char> = whole.chars().collect();
        let start = at.index(characters.len());
        let end = (start + lost).min(characters.len());
        characters.splice(start..end, piece.chars());
        let damaged: String = characters.into_iter().collect();
        if let Err(error @ ConfigError::Invalid { .. }) = load(&damaged) {
            prop_assert!(error.to_string().contains("--> pay.toml:"), "{}", error);
            let ConfigError::Invalid { problems, .. } = error else { unreachable!() };
            let lines = damaged.matches('\n').count() + 1;
            prop_assert!(
                problems.iter().all(
                    |problem| problem.place.as_ref().is_some_and(
                        |place| (1..=lines).contains(&place.line)
                    )
                )
            );
        }
    }
}
