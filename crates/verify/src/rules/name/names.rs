//! The names of a plan's resources, and the environment that they end with.

use std::collections::BTreeMap;

use crate::attribute_path::AttributePath;
use crate::inventory::Inventory;
use crate::planned::Planned::{Absent, Known};
use crate::resource::Resource;

/// The arguments that name a resource, and the types that have another one of that name. Where a
/// type has several, the first that is set counts.
const ARGUMENTS: [(&str, &[&str]); 9] = [
    ("alarm_name", &["aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm"]),
    ("bucket", &["aws_s3_bucket"]),
    (
        "cluster_identifier",
        &["aws_rds_cluster", "aws_docdb_cluster", "aws_neptune_cluster", "aws_redshift_cluster"],
    ),
    ("identifier", &["aws_db_instance", "aws_rds_cluster_instance", "aws_docdb_cluster_instance"]),
    ("function_name", &["aws_lambda_function"]),
    ("family", &["aws_ecs_task_definition"]),
    ("dashboard_name", &["aws_cloudwatch_dashboard"]),
    ("db_proxy_endpoint_name", &["aws_db_proxy_endpoint"]),
    ("name", &[]),
];

/// Types whose name needs no suffix, or is chosen by someone else.
const OTHERS: [&str; 9] = [
    "aws_lambda_alias",
    "aws_route53_record",
    "aws_route53_zone",
    "aws_ecs_account_setting_default",
    "aws_ecs_account_setting",
    "aws_s3_bucket_metric",
    "aws_s3_bucket_intelligent_tiering_configuration",
    "aws_ses_domain_identity",
    "aws_iam_account_alias",
];

/// Where the name of a resource is; `None` where the type has no name, or AWS gives it.
pub fn name<'a>(resource: Resource<'a>) -> Option<AttributePath<'a>> {
    let kind = resource.kind();
    let is_its = |kinds: &[&str]| kinds.is_empty() || kinds.contains(&kind);
    let mut arguments =
        ARGUMENTS.iter().filter(|(_, kinds)| !OTHERS.contains(&kind) && is_its(kinds));
    arguments.find_map(|(argument, _)| {
        let place = resource.at(argument);
        (place.value() != Absent).then_some(place)
    })
}

/// The environment that the names end with: what the tag `Environment` says, else the most frequent
/// ending. It is told in findings, so what is sensitive has no part in it.
pub fn suffix<'a>(inventory: &'a Inventory) -> Option<String> {
    let message =
        |place: AttributePath<'a>| place.string().known().filter(|_| !place.is_sensitive());
    let tag = most_frequent(
        inventory.resources().filter_map(|one| message(one.at("tags_all.Environment"))),
    );
    tag.or_else(|| {
        let names = inventory.resources().filter_map(|one| message(name(one)?));
        most_frequent(names.filter_map(|name| Some(name.rsplit_once('-')?.1)))
    })
    .map(str::to_owned)
}

fn most_frequent<'a>(words: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    words.for_each(|word| *counts.entry(word).or_default() += 1);
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(word, _)| word)
}

/// Whether a name, or the part of a path that names the resource, ends with the suffix. Some names
/// allow no hyphen.
pub fn ends_with(name: &str, suffix: &str) -> bool {
    name.split('/').any(|part| {
        let rest =
            part.strip_suffix(suffix).or_else(|| part.strip_suffix(&suffix.replace('-', "_")));
        rest.is_some_and(|rest| rest.ends_with(['-', '_']))
    })
}

/// A tag that a resource itself sets.
pub fn tag<'a>(resource: Resource<'a>, key: &str) -> AttributePath<'a> {
    resource.at("tags").at(key)
}

/// Whether a resource can have tags, and what it has is known.
pub fn has_tags(resource: Resource) -> bool {
    matches!(resource.at("tags_all").value(), Known(tags) if tags.is_object())
}
