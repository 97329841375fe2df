//! Over the whole stack, in every profile: every name ends with the suffix (ALL-2), everything can
//! be destroyed (ALL-3), what is emitted is flat, and every variable is of use.

use std::collections::{BTreeMap, BTreeSet};

use super::declared::{Declared, PROFILES, declared, nested, stack_of};
use hcl::Body;
use paytf::config::Config;
use paytf::render::to_hcl;
use paytf::schema::ProviderSchema;
use paytf::stack;
use paytf::tf::{Module, Port, Root};
use serde_json::{Value, json};

/// The end of every name.
const SUFFIX: &str = "-${var.environment_suffix}";

/// Arguments that look like names and are none of this stack's to choose, or are below something
/// that has the suffix.
const OTHER_NAMES: [(&str, &str); 5] = [
    ("aws_cloudwatch_metric_alarm", "metric_name"),
    ("aws_db_proxy", "engine_family"),
    ("aws_lambda_alias", "name"),
    ("aws_rds_cluster", "database_name"),
    ("aws_vpc_endpoint", "service_name"),
];

/// What must be said for a destroy to leave nothing behind, and for the same names to be free
/// again.
const DESTROYABLE: [(&str, &str, Value); 6] = [
    ("aws_ecr_repository", "force_delete", Value::Bool(true)),
    ("aws_rds_cluster", "deletion_protection", Value::Bool(false)),
    ("aws_rds_cluster", "delete_automated_backups", Value::Bool(true)),
    ("aws_rds_cluster", "skip_final_snapshot", Value::Bool(true)),
    ("aws_s3_bucket", "force_destroy", Value::Bool(true)),
    ("aws_lb", "enable_deletion_protection", Value::Bool(false)),
];

/// What keeps something from being destroyed. A revision of a task definition is kept on purpose,
/// so that a deployment can be rolled back; it costs nothing.
const RETAINING: [&str; 7] = [
    "deletion_protection",
    "deletion_protection_enabled",
    "enable_deletion_protection",
    "final_snapshot_identifier",
    "prevent_destroy",
    "retain_on_delete",
    "skip_destroy",
];

fn resources() -> Vec<Declared> {
    let resources = declared("resource");
    assert!(resources.len() > 400, "only {} resources were found", resources.len());
    resources
}

fn is_name(argument: &str) -> bool {
    ["name", "identifier", "bucket", "family"].iter().any(|word| {
        argument.strip_suffix(word).is_some_and(|before| before.is_empty() || before.ends_with('_'))
    })
}

/// Whether the text is one reference, as `${aws_ecs_cluster.main.name}`: the name of something
/// declared elsewhere.
fn is_reference(text: &str) -> bool {
    text.strip_prefix("${")
        .and_then(|rest| rest.strip_suffix('}'))
        .is_some_and(|path| !path.contains(['$', '{', '}']))
}

/// Ends of log groups that AWS names after what writes to them: the name of the cluster is
/// in them. Source: Amazon Aurora User Guide, "Publishing Aurora PostgreSQL logs to Amazon
/// CloudWatch Logs"; CloudWatch User Guide, "Container Insights performance log reference".
const NAMED_BY_AWS: [(&str, &str); 2] =
    [("/aws/rds/cluster/", "/postgresql"), ("/aws/ecs/containerinsights/", "/performance")];

fn ends_with_suffix(block_type: &str, name: &str) -> bool {
    let is_log_group = block_type == "aws_cloudwatch_log_group";
    let named_by_aws =
        NAMED_BY_AWS.iter().filter(|(start, _)| is_log_group && name.starts_with(start));
    named_by_aws.fold(name, |name, (_, end)| name.trim_end_matches(end)).ends_with(SUFFIX)
}

#[test]
fn every_name_ends_with_the_suffix() {
    let mut named = BTreeSet::new();
    for resource in resources() {
        for (argument, value) in resource.content.as_object().unwrap() {
            let Some(name) = value.as_str().filter(|text| is_name(argument) && !is_reference(text))
            else {
                continue;
            };
            if !OTHER_NAMES.contains(&(&resource.block_type, argument)) {
                assert!(
                    ends_with_suffix(&resource.block_type, name),
                    "{resource}: {argument} = {name}"
                );
                named.insert(resource.block_type.clone());
            }
        }
    }
    assert!(named.len() > 20, "only these have a name: {named:?}");
}

#[test]
fn every_resource_that_takes_tags_has_a_name_tag_and_no_other() {
    let schema = ProviderSchema::committed().unwrap();
    for resource in resources() {
        let block = schema.resources[&resource.block_type].as_ref().unwrap();
        if !block.attributes.contains_key("tags") {
            continue;
        }
        let tags = resource.content["tags"]
            .as_object()
            .unwrap_or_else(|| panic!("{resource} has no tags"));
        let name = tags
            .get("Name")
            .and_then(Value::as_str)
            .unwrap_or_else(|| panic!("{resource} has no Name"));
        assert!(ends_with_suffix(&resource.block_type, name), "{resource}: Name = {name}");
        assert_eq!(tags.len(), 1, "{resource}: the other tags are the provider's default_tags");
    }
}

#[test]
fn a_destroy_leaves_nothing_behind() {
    let resources = resources();
    for (block_type, argument, wanted) in DESTROYABLE {
        let of_type: Vec<_> =
            resources.iter().filter(|resource| resource.block_type == block_type).collect();
        assert!(of_type.len() >= PROFILES.len(), "there is no {block_type}");
        for resource in of_type {
            assert_eq!(resource.content[argument], wanted, "{resource}: {argument}");
        }
    }
}

#[test]
fn nothing_is_kept_from_being_destroyed() {
    for resource in resources() {
        for (key, value) in keys_below(&resource.content) {
            let is_revision =
                resource.block_type == "aws_ecs_task_definition" && key == "skip_destroy";
            let keeps = RETAINING.contains(&key) && *value != json!(false);
            assert_eq!(keeps, is_revision, "{resource}: {key} = {value}");
        }
    }
}

/// KMS waits at least 7 days; a secret can be deleted at once.
/// Source: AWS KMS, `ScheduleKeyDeletion`; AWS Secrets Manager, `DeleteSecret`.
#[test]
fn what_aws_deletes_with_a_delay_waits_as_short_as_it_can() {
    let shortest = BTreeMap::from([("deletion_window_in_days", 7), ("recovery_window_in_days", 0)]);
    let mut keys = 0;
    for resource in resources() {
        for (argument, days) in &shortest {
            let value = &resource.content[*argument];
            assert!(value.is_null() || *value == json!(days), "{resource}: {argument} = {value}");
        }
        let is_key = resource.block_type == "aws_kms_key";
        assert!(!is_key || resource.content["deletion_window_in_days"] == json!(7), "{resource}");
        keys += usize::from(is_key);
    }
    assert!(keys >= PROFILES.len(), "there is no key");
}

#[test]
fn what_is_emitted_is_flat() {
    for block in resources().into_iter().chain(declared("data")) {
        for repeating in ["count", "for_each"] {
            assert_eq!(block.content[repeating], Value::Null, "{block}");
        }
        assert!(keys_below(&block.content).iter().all(|(key, _)| *key != "dynamic"), "{block}");
        assert!(!block.content.to_string().contains("[*]"), "{block} holds a splat");
        assert!(nested(&block.content, "provisioner").is_empty(), "{block}");
    }
}

#[test]
fn every_variable_a_module_uses_is_declared() {
    for profile in PROFILES {
        for module in stack_of(profile).modules().unwrap() {
            let declared: BTreeSet<_> =
                module.inputs().iter().map(|port| port.name.to_owned()).collect();
            for body in [module.main(), module.output_blocks(), module.variables()] {
                let undeclared: Vec<_> =
                    variables_in(body).difference(&declared).cloned().collect();
                assert!(
                    undeclared.is_empty(),
                    "{profile}: module.{} uses {undeclared:?}",
                    module.name()
                );
            }
        }
    }
}

#[test]
fn every_variable_of_a_module_is_used_in_some_stack() {
    let mut unused: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for root in PROFILES.map(stack_of).iter().chain([&with_what_no_profile_has()]) {
        for module in root.modules().unwrap() {
            let used = &variables_in(module.main()) | &variables_in(module.output_blocks());
            let used = &used | &in_conditions_of_others(&module);
            let declared = || module.inputs().iter().map(|port| port.name.to_owned()).collect();
            unused
                .entry(module.name())
                .or_insert_with(declared)
                .retain(|name| !used.contains(name));
        }
    }
    unused.retain(|_, names| !names.is_empty());
    assert!(unused.is_empty(), "never used: {unused:?}");
}

/// The variables that the conditions of other variables ask for.
fn in_conditions_of_others(module: &Module) -> BTreeSet<String> {
    let conditions =
        |port: &Port| port.validations.iter().map(|(condition, _)| *condition).collect::<String>();
    let others = |port: &Port| {
        words_after_var(&conditions(port)).filter(|name| name != port.name).collect::<Vec<_>>()
    };
    module.inputs().iter().flat_map(others).collect()
}

/// No profile knows whom to tell, and none holds the memory or is protected.
fn with_what_no_profile_has() -> Root {
    let toml = "application.memory_target = 70\napplication.previous_container_port = \
                9443\nprotection.enabled = true\nlogs.data_events = \
                true\n[monitoring]\npage_emails = ['a@example.com']\nticket_emails = \
                ['b@example.com']\n";
    let config =
        Config::from_toml(toml, "test.toml".as_ref(), "staging".parse().unwrap(), None).unwrap();
    stack::payment(&config).unwrap()
}

/// The `x` of every `var.x`.
fn variables_in(body: &Body) -> BTreeSet<String> {
    words_after_var(&to_hcl(body, "").unwrap()).collect()
}

fn words_after_var(source: &str) -> impl Iterator<Item = String> {
    fn is_word(c: char) -> bool {
        c.is_ascii_alphanumeric() || c == '_'
    }
    let starts = source
        .match_indices("var.")
        .filter(|(at, _)| !source[..*at].ends_with(|c| is_word(c) || c == '.'));
    starts.map(|(at, found)| {
        source[at + found.len()..].split(|c| !is_word(c)).next().unwrap().to_owned()
    })
}

/// Every key at any depth, with its value.
fn keys_below(value: &Value) -> Vec<(&str, &Value)> {
    match value {
        Value::Object(object) => {
            let own = object.iter().map(|(key, value)| (key.as_str(), value));
            own.chain(object.values().flat_map(keys_below)).collect()
        }
        Value::Array(items) => items.iter().flat_map(keys_below).collect(),
        _ => vec![],
    }
}
