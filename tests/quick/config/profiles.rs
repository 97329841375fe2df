//! The sizing table of the three profiles, and the examples that show how to depart from it.

use paytf::{
    cidr::Zone,
    config::{Config, Insights, InterfaceEndpoint, Profile},
};
use std::path::Path;

fn defaults(profile: Profile) -> Config {
    Config::defaults(profile, "test".parse().expect("a suffix"))
}

fn example(name: &str, profile: Option<Profile>) -> Config {
    let path = Path::new("examples").join(name);
    Config::load(Some(&path), "prod".parse().expect("a suffix"), profile)
        .unwrap_or_else(|error| panic!("{error}"))
}

/// The row of a profile in the sizing table.
fn row(profile: Profile) -> String {
    let Config { network, database, application, validation, storage, logs, monitoring, .. } =
        defaults(profile);
    let steps: Vec<_> = storage
        .lifecycle
        .steps()
        .map(|(_, class, day)| format!("{}@{day}", class.unwrap_or("expire")))
        .collect();
    format!(
        "{} | {} endpoints | {} {} | backup {} d | insights {:?} d | proxy {} | {}/{} | {}-{} \
         from {} at {} % | lambda {} MB {} s | logs {} d | {} | noncurrent {} | {} | probe {} min",
        network.vpc_cidr.net(),
        network.interface_endpoints.len(),
        database.engine_version,
        database.instance_class,
        database.backup_retention_days,
        database.insights.retention_days(),
        database.proxy,
        application.task_size.cpu(),
        application.task_size.memory_mib(),
        application.min_tasks,
        application.max_tasks,
        application.desired_tasks,
        application.cpu_target,
        validation.memory_mb,
        validation.timeout_seconds,
        logs.retention_days.get(),
        steps.join(" "),
        storage.lifecycle.noncurrent_days,
        application.container_insights,
        monitoring.rpo_probe_minutes,
    )
}

#[test]
fn each_profile_has_the_documented_sizes() {
    assert_eq!(
        row(Profile::Production),
        "10.0.0.0/16 | 4 endpoints | 16.8 db.r7g.large | backup 35 d | insights Some(7) d | proxy \
         true | 1024/2048 | 10-50 from 12 at 50 % | lambda 512 MB 10 s | logs 400 d | \
         STANDARD_IA@90 GLACIER_IR@180 DEEP_ARCHIVE@365 expire@2557 | noncurrent 90 | enhanced | \
         probe 1 min"
    );
    assert_eq!(
        row(Profile::Staging),
        "10.1.0.0/16 | 1 endpoints | 16.8 db.t4g.medium | backup 7 d | insights Some(7) d | proxy \
         true | 512/1024 | 10-50 from 12 at 50 % | lambda 256 MB 10 s | logs 30 d | \
         STANDARD_IA@30 expire@90 | noncurrent 30 | enabled | probe 1 min"
    );
    assert_eq!(
        row(Profile::Development),
        "10.2.0.0/16 | 0 endpoints | 16.8 db.t4g.medium | backup 1 d | insights None d | proxy \
         false | 256/512 | 10-50 from 12 at 50 % | lambda 256 MB 10 s | logs 7 d | expire@30 | \
         noncurrent 7 | enabled | probe 5 min"
    );
}

#[test]
fn every_profile_alone_is_a_valid_configuration_that_can_be_destroyed() {
    for profile in Profile::ALL {
        let suffix = "test".parse().expect("a suffix");
        let checked = Config::from_toml("", Path::new("empty.toml"), suffix, Some(*profile))
            .expect("defaults are valid");
        assert_eq!(checked, defaults(*profile));
        assert!(!checked.protection.enabled);
        assert_eq!(checked.network.availability_zones, Zone::DEFAULT);
    }
}

#[test]
fn the_flag_beats_the_file_and_the_file_beats_production() {
    assert_eq!(example("staging.toml", None).profile, Profile::Staging);
    assert_eq!(example("staging.toml", Some(Profile::Development)).profile, Profile::Development);
    assert_eq!(example("minimal.toml", None).profile, Profile::Production);
    let without_file =
        Config::load(None, "test".parse().expect("a suffix"), None).expect("defaults");
    assert_eq!(without_file, Config { profile_by_default: true, ..defaults(Profile::Production) });
}

#[test]
fn what_a_file_says_overrides_the_profile_and_the_rest_stays() {
    let staging = example("staging.toml", None);
    assert_eq!(staging.database.engine_version.parameter_group_family(), "aurora-postgresql17");
    assert_eq!(staging.application.waf.rate_limit.get(), 500_000);
    assert!(staging.application.waf.enabled);
    assert!(staging.network.interface_endpoints.contains(&InterfaceEndpoint::EcrDkr));
    assert_eq!(staging.database.insights, Insights::Standard);
    assert_eq!(staging.database.instance_class, defaults(Profile::Staging).database.instance_class);

    let development = example("development.toml", None);
    assert_eq!(
        (development.application.min_tasks.get(), development.application.max_tasks.get()),
        (3, 9)
    );
    assert_eq!(development.cidr_plan().expect("a plan").vpc().prefix_len(), 18);
}

#[test]
fn every_section_of_a_file_takes_effect() {
    for toml in [
        "account_id = '123456789012'",
        "permissions_boundary_arn = 'arn:aws:iam::aws:policy/PowerUserAccess'",
        "tags.Owner = 'payments'",
        "network.interface_endpoints = []",
        "database.backup_retention_days = 14",
        "application.container_port = 9443",
        "validation.timeout_seconds = 5",
        "storage.lifecycle = { expire_days = 400, noncurrent_days = 7, abort_multipart_days = 1 }",
        "logs.retention_days = 365",
        "monitoring.rpo_probe_minutes = 2",
        "protection.enabled = true",
        "backend.bucket = 'terraform-state'",
    ] {
        let suffix = "test".parse().expect("a suffix");
        let config = Config::from_toml(toml, Path::new("pay.toml"), suffix, None).expect(toml);
        assert_ne!(config, defaults(Profile::Production), "{toml}");
    }
}

#[test]
fn the_minimal_example_changes_only_who_is_told() {
    let mut minimal = example("minimal.toml", None);
    assert_eq!(minimal.monitoring.page_emails.len(), 1);
    minimal.monitoring.page_emails.clear();
    let expected = Config {
        suffix: minimal.suffix.clone(),
        profile_by_default: true,
        ..defaults(Profile::Production)
    };
    assert_eq!(minimal, expected);
}

#[test]
fn the_production_example_departs_from_the_profile_only_where_it_says_choose() {
    let text = include_str!("../../../examples/production.toml");
    let mut table_is_chosen = false;
    let is_default = |line: &&str| {
        if line.starts_with('[') {
            table_is_chosen = line.contains("# choose");
        }
        !table_is_chosen && !line.contains("# choose")
    };
    let kept = text.lines().filter(is_default).collect::<Vec<_>>().join("\n");
    assert!(kept.lines().count() > 40, "the example spells the defaults out");
    let suffix = "test".parse().expect("a suffix");
    let stripped =
        Config::from_toml(&kept, Path::new("stripped.toml"), suffix, None).expect("still valid");
    assert_eq!(stripped, defaults(Profile::Production));
}

#[test]
fn the_state_key_tells_environments_apart() {
    let production = example("production.toml", None);
    let backend = production.backend.expect("the example has a backend");
    assert_eq!(backend.key(&"prod".parse().expect("a suffix")), "payments/prod/terraform.tfstate");
    assert_eq!(backend.region(), "us-east-1");
}
