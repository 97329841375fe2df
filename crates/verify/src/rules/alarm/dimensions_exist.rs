//! The dimensions of an alarm name resources as CloudWatch knows them.
//!
//! ## Why
//!
//! A dimension is compared letter by letter. An ARN where CloudWatch uses the ARN's suffix, an id
//! where it uses a name, or a name with a typing error is not refused: the alarm just never has
//! data. For load balancers and target groups the value is `arn_suffix`; for clusters and
//! services of ECS, queues and topics the name, not the `id`, which is an ARN or URL; for an
//! `aws_db_instance` the `identifier`, since its `id` is the resource id `db-…`.
//!
//! If no resource in the plan has the name, the answer is unknown: a resource elsewhere may have
//! it.
//!
//! ## Example
//!
//! ```hcl
//! dimensions = {
//!   LoadBalancer = aws_lb.main.arn
//!   TargetGroup  = aws_lb_target_group.main.name
//! }
//! ```
//!
//! ## Fix
//!
//! Refer to the attribute by which CloudWatch knows the resource.
//!
//! ```hcl
//! dimensions = {
//!   LoadBalancer = aws_lb.main.arn_suffix
//!   TargetGroup  = aws_lb_target_group.main.arn_suffix
//! }
//! ```
//!
//! ## Source
//!
//! - [CloudWatch metrics for your Application Load Balancer](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html)
//! - [Resource: aws_lb_target_group](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_target_group)
//! - [Amazon ECS CloudWatch metrics](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/available-metrics.html)
//! - [AWS provider 5 upgrade guide: id of aws_db_instance](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-5-upgrade)

use super::literal::literal;
use super::subject::Origin;
use crate::Check;
use crate::alarm::Metric;
use crate::attribute_path::AttributePath;
use crate::link::Link;
use crate::planned::Planned::{Absent, Known, Unknown};

rule! { Error, AnyStack, ["MON-1", "MON-2", "MON-3"] }

const HIDDEN: &str = "the plan does not show which attribute of it is taken";

fn check(check: &mut Check) {
    for metric in check.watched().iter() {
        match metric.dimension_names() {
            Some(names) => {
                let origins = names.into_iter().filter_map(|name| Origin::of(metric, name));
                origins.for_each(|origin| value(check, metric, origin));
            }
            None => references(check, metric),
        }
    }
}

fn value<'a>(check: &mut Check<'a>, metric: &Metric<'a>, origin: Origin) {
    let place = origin.place(metric);
    let links = origin.links(metric);
    match (&links.links[..], place.string()) {
        ([link], value) => linked(check, &place, origin, link, value.known()),
        // An ARN is the whole name of something that is elsewhere, as of a certificate: there
        // is nothing to mistake.
        (_, Known(value)) if value.starts_with("arn:") && origin.attributes.contains(&"arn") => {
            check.pass(&place)
        }
        (_, Known(value)) => literal(check, &place, origin, value),
        (_, Absent) => check.fail(&place, "it is empty"),
        ([], Unknown) if place.refers_to_resources_only() => {
            check.fail(&place, format!("it refers to no {}", origin.kinds[0]));
        }
        (_, Unknown) if links.incomplete.is_empty() => check.known_later(&place),
        (_, Unknown) => check.unknown(&place, links.reason()),
    }
}

fn linked<'a>(
    check: &mut Check<'a>,
    place: &AttributePath<'a>,
    origin: Origin,
    link: &Link<'a>,
    value: Option<&str>,
) {
    let Link { resource, attribute } = link;
    let own =
        origin.attributes.iter().find_map(|attribute| resource.at(attribute).string().known());
    let meant = format!("{} of {}", origin.attributes[0], resource.address());
    match (value, own) {
        (Some(value), Some(own)) if value == own => check.pass(place),
        (Some(_), Some(_)) => {
            check.fail(place, format!("it is not {meant}, by which CloudWatch knows it"))
        }
        _ if attribute.is_empty() => check.unknown(place, HIDDEN),
        _ if origin.is_attribute(attribute, *resource) => check.pass(place),
        _ => check
            .fail(place, format!("it is {attribute}, not {meant}, by which CloudWatch knows it")),
    }
}

/// Where only the references are known: each has to be to an attribute that is a dimension's value.
fn references<'a>(check: &mut Check<'a>, metric: &Metric<'a>) {
    let place = metric.dimensions();
    let links = place.links_to_any();
    let mut is_read = false;
    for Link { resource, attribute } in &links.links {
        let origins = Origin::naming(resource.kind()).collect::<Vec<_>>();
        let Some(origin) = origins.first() else { continue };
        is_read = true;
        if attribute.is_empty() {
            check.unknown(&place, HIDDEN);
        } else if origins.iter().any(|origin| origin.is_attribute(attribute, *resource)) {
            check.pass(&place);
        } else {
            let reason =
                format!("{} takes {}, not {attribute}", origin.dimension, origin.attributes[0]);
            check.fail(&place, format!("{reason}, of {}", resource.address()));
        }
    }
    if !is_read {
        check.unknown(
            &place,
            if links.incomplete.is_empty() { place.known_later() } else { links.reason() },
        );
    }
}
