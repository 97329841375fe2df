//! Several environments in one file: what each is, and what is wrong with them together.

use std::path::Path;

use paytf::config::{Config, ConfigError, Profile};

const EXAMPLE: &str = include_str!("../../../examples/environments.toml");

fn path() -> &'static Path {
    Path::new("paytf.toml")
}

fn one(toml: &str, suffix: &str) -> Config {
    load(toml, suffix, None).unwrap_or_else(|error| panic!("{error}"))
}

fn load(toml: &str, suffix: &str, profile: Option<Profile>) -> Result<Config, ConfigError> {
    Config::from_toml(toml, path(), suffix.parse().expect("a suffix"), profile)
}

fn refusal(toml: &str) -> String {
    Config::all_from_toml(toml, path()).expect_err(toml).to_string()
}

#[test]
fn an_environment_is_the_shared_settings_with_its_own_over_them() {
    let prod = one(EXAMPLE, "prod");
    assert_eq!(prod.profile, Profile::Production);
    let tags: Vec<_> = prod.tags.iter().map(|(key, value)| format!("{key}={value}")).collect();
    assert_eq!(
        tags,
        ["CostCentre=4712", "Owner=payments-team"],
        "one tag is replaced, the other stays"
    );
    assert_eq!(prod.monitoring.page_emails.len(), 1, "its own");
    assert_eq!(prod.monitoring.ticket_emails.len(), 1, "the shared one of the same section");
    assert_eq!(
        one(EXAMPLE, "staging").monitoring.page_emails.len(),
        0,
        "another environment's is not seen"
    );
    assert_eq!(one(EXAMPLE, "dev").application.max_tasks.get(), 9);
}

#[test]
fn each_environment_has_its_own_state_in_the_shared_bucket() {
    for config in Config::all_from_toml(EXAMPLE, path()).expect("environments") {
        let backend = config.backend.expect("the shared backend");
        assert_eq!(
            backend.key(&config.suffix),
            format!("payments/{}/terraform.tfstate", config.suffix)
        );
    }
}

#[test]
fn a_table_within_a_section_is_replaced_as_a_whole() {
    let toml = "
        [storage.lifecycle]
        standard_ia_days = 40
        expire_days = 400
        noncurrent_days = 7
        abort_multipart_days = 7
        [environments.prod.storage.lifecycle]
        expire_days = 500
        noncurrent_days = 8
        abort_multipart_days = 8";
    let lifecycle = one(toml, "prod").storage.lifecycle;
    assert_eq!(lifecycle.expire_days.get(), 500);
    assert_eq!(lifecycle.standard_ia_days, None, "the shared transition is not taken over");
}

#[test]
fn all_environments_come_in_the_order_of_their_names() {
    let all = Config::all_from_toml(EXAMPLE, path()).expect("environments");
    let names: Vec<_> =
        all.iter().map(|config| format!("{} {}", config.suffix, config.profile)).collect();
    assert_eq!(names, ["dev development", "prod production", "staging staging"]);
    for config in &all {
        assert_eq!(*config, one(EXAMPLE, config.suffix.as_str()));
    }
}

#[test]
fn an_environment_the_file_does_not_have_is_refused_with_those_it_has() {
    let message = load(EXAMPLE, "stagin", None).expect_err("a slip").to_string();
    let expected = "paytf.toml has no environment \"stagin\"; did you mean \"staging\"? defined: \
                    dev, prod, staging";
    assert_eq!(message, expected);
}

#[test]
fn a_file_without_environments_is_any_environment_and_not_all() {
    assert_eq!(one("logs.retention_days = 7", "qa").suffix.as_str(), "qa");
    let message = refusal("logs.retention_days = 7");
    assert!(
        message
            .starts_with("paytf.toml defines no environments; add tables such as [environments."),
        "{message}"
    );
}

#[test]
fn the_profile_of_the_command_line_is_for_the_environment_that_is_asked_for() {
    let toml = "[environments.live]\n[environments.test]\nprofile = 'staging'";
    assert_eq!(
        load(toml, "test", Some(Profile::Development)).expect("a profile").profile,
        Profile::Development
    );
    let shared =
        "profile = 'development'\n[environments.live]\nprofile = 'production'\n[environments.test]";
    assert_eq!(one(shared, "live").profile, Profile::Production);
    assert_eq!(one(shared, "test").profile, Profile::Development);
}

#[test]
fn a_mistake_in_any_environment_is_found_whichever_is_asked_for() {
    let toml = "[environments.live]\nlogs.retention_days = 2\n[environments.test]\nprofile = \
                'staging'\ndatabase.proxi = true";
    let message = load(toml, "test", None).expect_err("two mistakes").to_string();
    assert!(
        message.contains(
            "environments.live.logs.retention_days: 2 is not allowed\n --> paytf.toml:2:23"
        ),
        "{message}"
    );
    assert!(
        message.contains("environments.test.database.proxi: unknown key\n --> paytf.toml:5:10"),
        "{message}"
    );
    assert!(message.contains("known in database: engine_version"), "{message}");
    assert!(message.ends_with("2 problems"), "{message}");
}

#[test]
fn a_mistake_in_a_shared_setting_is_told_once_with_the_environments_it_breaks() {
    let toml = "application.cpu_target = 60\n[environments.live]\n[environments.small]\nprofile = \
                'staging'\napplication = { min_tasks = 12, desired_tasks = 30 \
                }\n[environments.steady]\napplication.cpu_target = 50\nnetwork.vpc_cidr = \
                '10.9.0.0/16'";
    let message = refusal(toml);
    assert!(message.contains(" --> paytf.toml:1:26\n"), "{message}");
    assert!(message.contains("= note: in the environment live"), "{message}");
    assert!(message.contains("environments.small.application.min_tasks is set here"), "{message}");
    assert!(!message.contains("steady"), "{message}");
    let toml =
        "logs.retention_days = 2\n[environments.live]\n[environments.test]\nprofile = 'staging'";
    assert!(refusal(toml).ends_with("cannot be used: 1 problem"), "{}", refusal(toml));
}

#[test]
fn addresses_that_overlap_are_refused_whether_written_or_by_default() {
    let by_default = refusal("[environments.live]\n[environments.other]\n");
    assert!(
        by_default.contains(
            "environments.other.network.vpc_cidr: 10.0.0.0/16 overlaps 10.0.0.0/16 of live"
        ),
        "{by_default}"
    );
    assert!(
        by_default.contains("give [environments.other.network] a range of its own"),
        "{by_default}"
    );
    let shared =
        refusal("network.vpc_cidr = '10.7.0.0/16'\n[environments.live]\n[environments.other]\n");
    assert!(shared.contains(" --> paytf.toml:1:20\n"), "{shared}");
    let part = "[environments.live]\n[environments.other]\nnetwork.vpc_cidr = '10.0.128.0/18'\n";
    assert!(refusal(part).contains("10.0.128.0/18 overlaps 10.0.0.0/16 of live"));
    let apart = "[environments.live]\n[environments.other]\nnetwork.vpc_cidr = '10.1.0.0/16'\n";
    Config::all_from_toml(apart, path()).expect("neighbours do not overlap");
}

#[test]
fn the_range_that_is_proposed_is_free() {
    let message = refusal(
        "[environments.a1]\n[environments.b1]\n[environments.c1]\nnetwork.vpc_cidr = \
         '10.1.0.0/18'\n",
    );
    let free = message
        .split("for example vpc_cidr = \"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .expect(&message);
    assert_eq!(free, "10.2.0.0/16");
}

#[test]
fn a_range_that_cannot_be_read_brings_no_complaint_about_the_default_in_its_place() {
    let message =
        refusal("network.vpc_cidr = '10.0.0.0/33'\n[environments.live]\n[environments.other]\n");
    assert!(message.ends_with("cannot be used: 1 problem"), "{message}");
}

#[test]
fn a_key_that_is_wrong_in_an_environment_is_told_there_and_not_where_it_is_shared() {
    let message = refusal("database.proxi = true\n[environments.live]\ndatabase.proxi = false\n");
    assert!(
        message.contains("environments.live.database.proxi: unknown key\n --> paytf.toml:3:10"),
        "{message}"
    );
}

#[test]
fn environments_that_are_none_are_refused() {
    for (toml, expected) in [
        ("[environments]\n", "holds no environment"),
        ("environments = 3\n", "holds no environment"),
        ("environments.prod = 3\n", "is not a table; write [environments.prod]"),
        ("[environments.x]\n", "is 1 character long"),
    ] {
        let error = Config::all_from_toml(toml, path()).expect_err(toml);
        let ConfigError::Invalid { problems, .. } = error else { panic!("{error}") };
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(problems[0].to_string().contains(expected), "{}", problems[0]);
    }
}
