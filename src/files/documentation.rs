//! The READMEs of a stack and its modules, and the sheets of its drills: text from templates, facts
//! from the generated stack.

use anyhow::Result;
use serde::Serialize;
use serde_json::{Value, json};

use super::templates::{DRILL, MODULE, STACK, Templates};
use crate::config::Config;
use crate::naming::{Kind, Name};
use crate::stack::VALIDATION_PACKAGE;
use crate::tiers::resilience::drill::{Drill, Expectation, Signal};
use terraform::tf::{Module, Port};
use verify::Inventory;
use verify::loss::raised;

/// The README of one environment: deploy, check, destroy.
pub fn of_stack(config: &Config, templates: &Templates) -> Result<String> {
    let plan = config.cidr_plan()?;
    let zones: Vec<Value> = plan
        .zones()
        .map(|zone| {
            json!({
                "name": zone.name(),
                "public": zone.public().to_string(),
                "app": zone.app().to_string(),
                "data": zone.data().to_string(),
            })
        })
        .collect();
    let (tasks, database) = (&config.application, &config.database);
    templates.render(
        STACK,
        &json!({
            "suffix": config.suffix.as_str(),
            "profile": config.profile.as_str(),
            "zones": zones,
            "vpc": plan.vpc().to_string(),
            "account_id": config.account_id.as_ref().map(|id| id.as_str()),
            "certificate_configured":
            config.application.certificate_arn.is_some() || tasks.domain.is_some(),
            "domain": tasks.domain.as_ref().map(|domain| domain.name.as_str()),
            "hosted_zone_id": tasks.domain.as_ref().map(|domain| domain.hosted_zone_id.as_str()),
            "image_configured": config.application.container_image.is_some(),
            "emails": config.monitoring.page_emails.len() + config.monitoring.ticket_emails.len(),
            "min_tasks": tasks.min_tasks.get(),
            "max_tasks": tasks.max_tasks.get(),
            "container_port": tasks.container_port.get(),
            "container_protocol": tasks.container_protocol.as_str(),
            "health_check_path": tasks.health_check_path.as_str(),
            "instance_class": database.instance_class.as_str(),
            "engine_version": database.engine_version.as_str(),
            "backup_retention_days": database.backup_retention_days.get(),
            "proxy": database.proxy,
            "protected": config.protection.enabled,
            "lock_days": config.protection.transaction_log_lock_days.get(),
            "backup_days": config.protection.backup_days.get(),
            "copy_to_vault_arn":
            config.protection.copy_to_vault_arn.as_ref().map(|arn| arn.as_str()),
            "rpo_probe_minutes": config.monitoring.rpo_probe_minutes.get(),
            "restore_test": config.resilience.restore_test,
            "data_api": database.data_api(),
            "count_rows": crate::stack::resilience(config).count_rows,
            "drills": config.resilience.drills,
            "package": VALIDATION_PACKAGE,
        }),
    )
}

/// What the template of a module is filled with.
#[derive(Serialize)]
struct ModuleFacts<'a> {
    name: &'a str,
    description: &'a str,
    inputs: Vec<PortFacts<'a>>,
    outputs: Vec<PortFacts<'a>>,
    resources: Vec<ResourceFacts<'a>>,
}

#[derive(Serialize)]
struct PortFacts<'a> {
    name: &'a str,
    #[serde(rename = "type")]
    type_constraint: &'a str,
    description: &'a str,
}

#[derive(Serialize)]
struct ResourceFacts<'a> {
    #[serde(rename = "type")]
    kind: &'a str,
    /// Its page in the provider's documentation.
    page: &'a str,
    count: usize,
}

/// The README of a module: what goes in, what comes out, what it makes.
pub fn of_module(module: &Module, templates: &Templates) -> Result<String> {
    let facts = ModuleFacts {
        name: module.name(),
        description: module.description(),
        inputs: module.inputs().iter().map(port).collect(),
        outputs: module.output_ports().iter().map(port).collect(),
        resources: module.resource_counts().into_iter().map(resource).collect(),
    };
    templates.render(MODULE, &facts)
}

fn port(port: &Port) -> PortFacts<'_> {
    PortFacts {
        name: port.name,
        type_constraint: port.type_constraint,
        description: port.description.trim(),
    }
}

fn resource((kind, count): (&str, usize)) -> ResourceFacts<'_> {
    ResourceFacts { kind, page: kind.trim_start_matches("aws_"), count }
}

/// The sheet of a drill: what fails, what must be seen, what is written down. Which alarms the loss
/// of its zone raises, `paytf verify` says of the same stack.
pub fn of_drill(
    config: &Config,
    drill: &Drill,
    inventory: &Inventory,
    templates: &Templates,
) -> Result<String> {
    let raised =
        drill.lost_zone().map(|zone| raised(inventory, &[zone.name()])).unwrap_or_default();
    let name = |kind, purpose: &str| Name::of(kind, purpose).for_suffix(&config.suffix);
    let alarm_name = |purpose: &str| name(Kind::CloudWatchAlarm, purpose);
    let cluster = Name::sole(Kind::AuroraCluster).for_suffix(&config.suffix).to_string();
    let seen = |expectation: &Expectation| {
        let what = match &expectation.signal {
            Signal::Alarm(purpose) => format!("alarm `{}` goes off", alarm_name(purpose)),
            Signal::Composite(purpose) => {
                format!("alarm `{}` goes off", name(Kind::CompositeAlarm, purpose))
            }
            Signal::Quiet(purpose) => format!("alarm `{}` stays quiet", alarm_name(purpose)),
            Signal::Recovery(metric) => format!("back to normal: {metric}"),
            Signal::Seen(what) => what.replace("{cluster}", &cluster),
        };
        json!({ "what": what, "minutes": expectation.within_minutes })
    };
    templates.render(
        DRILL,
        &json!({
            "name": drill.name,
            "suffix": config.suffix.as_str(),
            "what_fails": drill.what_fails,
            "why": drill.why,
            "faults": drill.faults.iter().map(|fault| fault.action().id).collect::<Vec<_>>(),
            "stop_at":
            drill.stop_at.iter().map(|alarm| alarm_name(alarm.purpose())).collect::<Vec<_>>(),
            "expectations": drill.expectations.iter().map(seen).collect::<Vec<_>>(),
            "raised": raised.iter().filter_map(|alarm| alarm.at("alarm_name").string().known()).collect::<Vec<_>>(),
            "cuts_network": drill.lost_zone().is_some(),
        }),
    )
}

#[cfg(test)]
mod tests {
    use super::{Templates, of_stack};
    use crate::config::{Config, Profile};

    fn readme(profile: Profile) -> String {
        of_stack(&Config::defaults(profile, "test".parse().unwrap()), &Templates::new().unwrap())
            .unwrap()
    }

    #[test]
    fn the_readme_says_all_that_a_task_needs_of_its_image() {
        let readme = readme(Profile::Production);
        for need in [
            "linux/arm64",
            "user 10001",
            "`VOLUME /tmp`",
            "`/healthz`",
            "`/usr/local/bin/healthcheck`",
            "SIGTERM",
        ] {
            assert!(readme.contains(need), "{need}");
        }
    }

    #[test]
    fn the_readme_says_what_holds_a_destroy_back_and_what_stays() {
        let readme = readme(Profile::Production);
        for word in ["45 minutes", "`BucketNotEmpty`", "seven days", "`RDSOSMetrics`"] {
            assert!(readme.contains(word), "{word}");
        }
    }

    #[test]
    fn only_without_a_data_api_the_readme_sends_whoever_makes_the_users_into_the_vpc() {
        for (profile, asked) in [(Profile::Production, false), (Profile::Development, true)] {
            let readme = readme(profile);
            assert!(readme.contains("sh database-setup.sh\n"), "{profile:?}");
            assert_eq!(readme.contains("Create VPC environment"), asked, "{profile:?}");
        }
    }
}
