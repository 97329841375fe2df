//! What an operator reads when a configuration cannot be used.

use paytf::config::{Config, ConfigError, Profile};
use proptest::prelude::*;
use std::{fs, path::Path};

fn load(toml: &str, profile: Option<Profile>) -> Result<Config, ConfigError> {
    Config::from_toml(toml, Path::new("pay.toml"), "test".parse().expect("a suffix"), profile)
}

/// The lines of the message after its heading.
fn problems(toml: &str) -> Vec<String> {
    let message = load(toml, None).expect_err(toml).to_string();
    let (heading, list) = message.split_once('\n').expect("a heading and a list");
    assert_eq!(heading, "pay.toml cannot be used:");
    list.lines().map(|line| line.trim().to_owned()).collect()
}

fn only_problem(toml: &str) -> String {
    match problems(toml).as_slice() {
        [problem] => problem.clone(),
        several => panic!("{toml}\n{several:#?}"),
    }
}

#[test]
fn an_unknown_key_is_named_with_the_nearest_known_one() {
    assert_eq!(
        only_problem("[network]\n\nvpc_cdir = \"10.0.0.0/16\""),
        "line 3: network.vpc_cdir: \"vpc_cdir\" is not known; did you mean \"vpc_cidr\"? \
         allowed: vpc_cidr, availability_zones, interface_endpoints"
    );
    assert!(only_problem("[applicaton]\nmin_tasks = 3").contains("did you mean \"application\"?"));
}

#[test]
fn every_wrong_value_is_reported_at_once_with_its_line_and_what_is_allowed() {
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
        "line 2: profile: \"prodution\" is not known; did you mean \"production\"? allowed: development, staging, production",
        "line 3: account_id: invalid type: integer `123456789012`, expected 12 digits in quotes, such as \"123456789012\"",
        "line 5: database.backup_retention_days: invalid value: integer `36`, expected a whole number from 1 to 35",
        "line 6: database.engine_version: \"99.1\" is not known; allowed: 15.10, 16.8, 17.7",
        "line 7: database.instance_class: \"db.t4g.nano\" is not known; did you mean \"db.t4g.",
        "line 8: database.proxy: invalid type: string \"yes\", expected a boolean",
        "line 10: validation.memory_mb: invalid value: integer `64`, expected a whole number from 128 to 10240",
        "line 11: validation.timeout_seconds: invalid type: floating point `1.5`, expected a whole number from 1 to 900",
        "line 13: logs.retention_days: invalid value: integer `31`, expected a number of days CloudWatch Logs accepts: 1, 3,",
    ];
    let found = problems(toml);
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for (found, expected) in found.iter().zip(expected) {
        assert!(found.starts_with(expected), "{found}\n{expected}");
    }
}

#[test]
fn each_text_is_checked_against_its_own_rule() {
    for (toml, expected) in [
        ("account_id = '12345678901'", "expected 12 digits"),
        ("permissions_boundary_arn = 'arn:aws:iam::1:policy/x'", "expected the ARN of an IAM policy"),
        ("tags.'aws:owner' = 'me'", "not starting with `aws:`"),
        ("tags.Owner = '<me>'", "expected at most 256 letters"),
        ("network.vpc_cidr = '10.0.0'", "expected an IPv4 network such as"),
        ("network.availability_zones = ['us-west-2a', 'us-east-1b', 'us-east-1c']", "unknown variant `us-west-2a`"),
        ("network.availability_zones = ['us-east-1a']", "expected an array of length 3"),
        ("network.interface_endpoints = ['ecr.apj']", "did you mean \"ecr.api\"?"),
        ("application.container_image = 'payments:latest'", "a tag other than `latest`"),
        ("application.container_image = 'registry:5000/payments'", "a tag other than `latest`"),
        ("application.container_protocol = 'https'", "allowed: HTTPS, HTTP"),
        ("application.health_check_path = 'healthz'", "an absolute path"),
        (
            "application.certificate_arn = 'arn:aws:acm:eu-west-1:123456789012:certificate/a'",
            "ACM certificate in us-east-1",
        ),
        ("application.domain = { name = 'Pay.example.com', hosted_zone_id = 'Z1' }", "64 lower-case characters"),
        ("application.domain = { name = '*.example.com', hosted_zone_id = 'Z1' }", "without `*`"),
        ("application.domain = { name = 'pay.example.com.', hosted_zone_id = 'Z1' }", "without a dot at its end"),
        ("application.domain = { name = 'payments', hosted_zone_id = 'Z1' }", "such as \"pay.example.com\""),
        ("application.domain = { name = 'pay.-example.com', hosted_zone_id = 'Z1' }", "such as \"pay.example.com\""),
        ("application.domain = { name = 'pay.us-east-1.elb.amazonaws.com', hosted_zone_id = 'Z1' }", "not AWS's own"),
        (
            "application.domain = { name = 'a-name-so-long-that-acm-does-not-take-it.for.its.certificate.example.com', hosted_zone_id = 'Z1' }",
            "at most 64",
        ),
        (
            "application.domain = { name = 'pay.example.com', hosted_zone_id = '/hostedzone/Z1' }",
            "without `/hostedzone/`",
        ),
        ("application.domain = { name = 'pay.example.com' }", "hosted_zone_id is missing"),
        ("application.task_size = { cpu = 256, memory_mib = 4096 }", "allowed: 512, 1024 or 2048 MiB"),
        ("application.task_size = { cpu = 256 }", "memory_mib is missing"),
        ("application.waf.rate_limit = 1", "from 10 to 2000000000"),
        ("database.backup_window = '7-8'", "`hh:mm-hh:mm` in UTC"),
        ("database.maintenance_window = 'sun:09:00-sun:09:10'", "30 minutes to 24 hours"),
        ("monitoring.page_emails = ['me@localhost']", "expected an e-mail address"),
        ("monitoring.rpo_probe_minutes = 6", "from 1 to 5"),
        ("backend.bucket = 'My_Bucket'", "3 to 63 lower-case letters"),
        ("backend = { bucket = 'state', key_prefix = '../x' }", "single inner `/`"),
        ("backend = { bucket = 'state', region = 'Virginia' }", "an AWS region"),
        ("backend.region = 'us-east-1'", "bucket is missing"),
        ("network = 3", "expected a table"),
    ] {
        let problem = only_problem(toml);
        assert!(problem.starts_with("line 1: ") && problem.contains(expected), "{problem}");
    }
}

#[test]
fn settings_that_do_not_go_together_are_reported_on_the_line_that_can_be_changed() {
    for (toml, expected) in [
        (
            "application.min_tasks = 50",
            "line 1: application.min_tasks: min_tasks = 50, desired_tasks = 12, max_tasks = 50: max_tasks must be greater",
        ),
        (
            "application.max_tasks = 11",
            "line 1: application.max_tasks: min_tasks = 10, desired_tasks = 12, max_tasks = 11: desired_tasks must be 10 to 11",
        ),
        (
            "application.cpu_target = 55",
            "line 1: application.cpu_target: cpu_target = 55 % is too high: with 10 tasks, losing a zone leaves 6 at 92 %, and 90 % is the limit; allowed: at most 54 %",
        ),
        (
            "application.min_tasks = 4",
            "line 1: application.min_tasks: cpu_target = 50 % is too high: with 4 tasks, losing a zone leaves 2 at 100 %",
        ),
        (
            "database.backup_window = '09:30-10:30'\ndatabase.instance_maintenance_windows = ['mon:11:00-mon:12:00', 'tue:11:00-tue:12:00', 'wed:11:00-wed:12:00']",
            "line 1: database.backup_window: maintenance in sun:09:00-sun:10:00 overlaps the backup in 09:30-10:30, which RDS refuses",
        ),
        (
            "database.instance_maintenance_windows = ['mon:09:00-mon:10:00', 'mon:09:30-mon:10:30', 'wed:09:00-wed:10:00']",
            "line 1: database.instance_maintenance_windows: mon:09:00-mon:10:00 overlaps mon:09:30-mon:10:30: two instances could restart at once",
        ),
        (
            "database.instance_class = 'db.t4g.large'",
            "line 1: database.instance_class: db.t4g.large runs out of CPU credits",
        ),
        (
            "network.vpc_cidr = '10.0.0.1/16'",
            "line 1: network.vpc_cidr: VPC 10.0.0.1/16 has host bits set; write the network address 10.0.0.0/16",
        ),
        (
            "network.availability_zones = ['us-east-1a', 'us-east-1b', 'us-east-1a']",
            "line 1: network.availability_zones: availability zone us-east-1a is named twice",
        ),
        (
            "storage.lifecycle = { standard_ia_days = 30, glacier_ir_days = 59, expire_days = 90, noncurrent_days = 7, abort_multipart_days = 7 }",
            "line 1: storage.lifecycle.glacier_ir_days: day 59 is too early after standard_ia_days = 30; allowed: day 60 or later",
        ),
        ("tags.Environment = 'x'", "line 1: tags.Environment: the stack sets the tag \"Environment\" itself"),
        (
            "account_id = '123456789012'\napplication.certificate_arn = 'arn:aws:acm:us-east-1:999999999999:certificate/a'",
            "line 2: application.certificate_arn: belongs to account 999999999999, but account_id is 123456789012",
        ),
        (
            "application.domain = { name = 'pay.example.com', hosted_zone_id = 'Z1' }\napplication.certificate_arn = 'arn:aws:acm:us-east-1:123456789012:certificate/a'",
            "line 2: application.certificate_arn: arn:aws:acm:us-east-1:123456789012:certificate/a and the domain pay.example.com exclude each other",
        ),
    ] {
        let problem = only_problem(toml);
        assert!(problem.starts_with(expected), "{problem}");
    }
}

#[test]
fn a_value_that_cannot_be_read_brings_no_second_complaint_about_its_default() {
    let toml = "application.min_tasks = 60\napplication.max_tasks = 'many'\napplication.desired_tasks = 70";
    assert!(only_problem(toml).starts_with("line 2: application.max_tasks: invalid type: string \"many\""));
}

#[test]
fn text_that_is_not_toml_is_reported_with_its_line() {
    assert!(only_problem("[network]\nvpc_cidr = \n").starts_with("line 2: not valid TOML: "));
    assert!(only_problem("logs.retention_days = 1\nlogs.retention_days = 3").contains("duplicate key"));
}

#[test]
fn a_file_that_cannot_be_read_is_named_with_the_reason() {
    let suffix = "test".parse().expect("a suffix");
    let message = Config::load(Some(Path::new("nowhere/pay.toml")), suffix, None).expect_err("no file").to_string();
    assert!(message.starts_with("cannot read the configuration nowhere/pay.toml: "), "{message}");
    assert!(message.ends_with("name an existing TOML file, or leave --config out"), "{message}");
}

proptest! {
    #[test]
    fn no_damage_to_a_file_makes_the_program_panic(at in any::<prop::sample::Index>(), piece in "\\PC{0,8}", lost in 0..40usize) {
        let whole = fs::read_to_string("examples/production.toml").expect("the example is there");
        let mut characters: Vec<char> = whole.chars().collect();
        let start = at.index(characters.len());
        let end = (start + lost).min(characters.len());
        characters.splice(start..end, piece.chars());
        let damaged: String = characters.into_iter().collect();
        if let Err(ConfigError::Invalid { problems, .. }) = load(&damaged, None) {
            let lines = damaged.matches('\n').count() + 1;
            prop_assert!(problems.iter().all(|problem| problem.line.is_some_and(|line| (1..=lines).contains(&line))));
        }
    }
}
