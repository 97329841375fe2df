//! The JSON Schema of the configuration file: fresh, valid, and of one mind with the program; and
//! the file that `paytf init` writes, which shows everything the schema has.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use jsonschema::Validator;
use paytf::config::{Config, ConfigError, Profile, json_schema, template};
use serde_json::Value;

/// What a line of the template ends in when it is no default.
const EXAMPLE: &str = " # example";

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn validator() -> Validator {
    jsonschema::draft202012::new(&json_schema()).expect("the schema is one")
}

fn as_json(toml: &str) -> Value {
    serde_json::to_value(toml::from_str::<toml::Table>(toml).expect("TOML")).expect("TOML is JSON")
}

fn load(toml: &str) -> Result<Config, ConfigError> {
    Config::from_toml(toml, Path::new("paytf.toml"), "test".parse().expect("a suffix"), None)
}

/// The template with some of its commented lines in force.
fn uncommented(template: &str, taken: impl Fn(&str) -> bool) -> String {
    let is_setting =
        |line: &str| line.starts_with('#') && !line.starts_with("# ") && !line.starts_with("#:");
    let lines = template
        .lines()
        .map(|line| if is_setting(line) && taken(line) { &line[1..] } else { line });
    lines.collect::<Vec<_>>().join("\n")
}

/// The settings without the environments, which are all of them again.
fn without_environments(template: &str) -> &str {
    template.split("# Several environments").next().expect("a first part")
}

/// Every key that the schema allows in an environment, with its path.
fn keys(root: &Value, schema: &Value, path: &str, found: &mut Vec<String>) {
    let schema = schema["$ref"]
        .as_str()
        .map_or(schema, |name| &root["$defs"][name.trim_start_matches("#/$defs/")]);
    for (key, property) in schema["properties"].as_object().into_iter().flatten() {
        let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        found.push(path.clone());
        keys(root, property, &path, found);
    }
}

fn assert_key_is_there(template: &str, table: &toml::Table, key: &str) {
    let found = key
        .split('.')
        .try_fold(toml::Value::Table(table.clone()), |value, part| value.get(part).cloned());
    assert!(found.is_some(), "the template does not show {key}\n{template}");
}

#[test]
fn the_committed_schema_is_fresh() {
    let schema = serde_json::to_string_pretty(&json_schema()).expect("JSON") + "\n";
    let wanted = BTreeMap::from([("paytf.schema.json".to_owned(), schema.into_bytes())]);
    crate::update::assert_fresh(&repository().join("docs"), &wanted, |path| {
        path == "paytf.schema.json"
    });
}

#[test]
fn the_schema_is_valid_and_self_contained() {
    let schema = json_schema();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    jsonschema::meta::validate(&schema).expect("a schema of its draft");
    assert!(
        !schema.to_string().contains("x-allowed"),
        "the rules in words belong into the descriptions"
    );
    assert!(!schema.to_string().contains("null"), "TOML has no null");
}

#[test]
fn every_setting_is_described() {
    let schema = json_schema();
    let mut found = Vec::new();
    keys(&schema, &schema, "", &mut found);
    assert!(found.len() > 60, "{found:?}");
    let described = |object: &serde_json::Map<String, Value>| object.contains_key("description");
    for properties in schema["$defs"].as_object().expect("definitions").values().chain([&schema]) {
        for (key, property) in properties["properties"].as_object().expect("properties") {
            let property = property.as_object().expect("an object");
            assert!(described(property) || property.contains_key("$ref"), "{key} is not described");
        }
    }
}

#[test]
fn the_examples_obey_the_schema() {
    for entry in fs::read_dir(repository().join("examples")).expect("examples").map(Result::unwrap)
    {
        let text = fs::read_to_string(entry.path()).expect("an example");
        let errors: Vec<_> =
            validator().iter_errors(&as_json(&text)).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{}: {errors:?}", entry.path().display());
    }
}

#[test]
fn what_the_program_refuses_about_a_single_value_the_schema_refuses_too() {
    for toml in [
        "flux = 1",
        "profile = 'prod'",
        "account_id = '12345678901'",
        "account_id = 123456789012",
        "permissions_boundary_arn = 'arn:aws:iam::1:policy/x'",
        "tags.'aws:owner' = 'me'",
        "tags.Owner = '<me>'",
        "network.vpc_cdir = '10.0.0.0/16'",
        "network.vpc_cidr = '10.0.0.0/33'",
        "network.vpc_cidr = '10.0.0.0/24'",
        "network.availability_zones = ['us-east-1a', 'us-east-1b']",
        "network.availability_zones = ['us-west-2a', 'us-east-1b', 'us-east-1c']",
        "network.interface_endpoints = ['ecr.apj']",
        "database.engine_version = '16.2'",
        "database.instance_class = 'db.m5.large'",
        "database.backup_retention_days = 0",
        "database.backup_window = '7-8'",
        "database.maintenance_window = 'day:09:00-day:10:00'",
        "database.proxy = 'yes'",
        "application.container_image = 'payments:latest'",
        "application.container_image = 'registry:5000/payments'",
        "application.container_port = 0",
        "application.container_protocol = 'https'",
        "application.health_check_path = 'healthz'",
        "application.task_size = { cpu = 256, memory_mib = 4096 }",
        "application.task_size = { cpu = 256 }",
        "application.min_tasks = 2",
        "application.certificate_arn = 'arn:aws:acm:eu-west-1:123456789012:certificate/a'",
        "application.waf.rate_limit = 1",
        "validation.memory_mb = 64",
        "validation.timeout_seconds = 1.5",
        "storage.lifecycle = { expire_days = 30 }",
        "logs.retention_days = 31",
        "monitoring.page_emails = ['me@localhost']",
        "backend.region = 'us-east-1'",
        "backend.bucket = 'My_Bucket'",
        "backend = { bucket = 'state', key_prefix = '../x' }",
        "backend = { bucket = 'state', kms_key_arn = 'alias/state' }",
        "environments.Prod = {}",
        "environments.pr--od = {}",
        "environments.prod.logs.retention_days = 31",
        "environments.prod.environments.x = {}",
        "environments = {}",
    ] {
        assert!(!validator().is_valid(&as_json(toml)), "the schema allows {toml}");
        assert!(load(toml).is_err(), "the program allows {toml}");
    }
}

#[test]
fn the_file_that_init_writes_is_its_profile_and_obeys_the_schema() {
    for profile in Profile::ALL {
        let file = template(*profile, "./paytf.schema.json");
        let defaults = Config::defaults(*profile, "test".parse().expect("a suffix"));
        assert!(file.starts_with("#:schema ./paytf.schema.json\n"), "{file}");
        assert_eq!(load(&file).expect("the template loads"), defaults);

        let spelt_out = uncommented(&file, |line| !line.ends_with(EXAMPLE));
        assert!(
            spelt_out.lines().filter(|line| line.contains(" = ") && !line.starts_with('#')).count()
                > 30
        );
        assert_eq!(
            load(&spelt_out).unwrap_or_else(|error| panic!("{error}")),
            defaults,
            "{spelt_out}"
        );
        assert!(validator().is_valid(&as_json(&spelt_out)));
    }
}

#[test]
fn the_file_that_init_writes_shows_every_setting_with_a_value_that_is_allowed() {
    let file = template(Profile::Production, "./paytf.schema.json");
    let everything = uncommented(without_environments(&file), |_| true);
    let table: toml::Table = toml::from_str(&everything).expect("TOML");
    // A stack is given its certificate or makes that of its domain.
    for alternative in ["certificate_arn", "domain"] {
        let mut rest = table.clone();
        rest["application"]
            .as_table_mut()
            .expect("a section")
            .remove(alternative)
            .expect(alternative);
        load(&rest.to_string()).unwrap_or_else(|error| panic!("{error}"));
    }
    let mut found = Vec::new();
    let schema = json_schema();
    keys(&schema, &schema, "", &mut found);
    for key in found.iter().filter(|key| *key != "environments") {
        assert_key_is_there(&everything, &table, key);
    }
}

#[test]
fn the_environments_that_init_shows_are_ones() {
    let file = template(Profile::Production, "./paytf.schema.json");
    let (_, last_part) = file.split_once("# Several environments").expect("the last part");
    let environments = uncommented(&format!("# {last_part}"), |_| true);
    let all = Config::all_from_toml(&environments, Path::new("paytf.toml")).expect("environments");
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].profile, Profile::Staging);
}
