//! Real Terraform with the real AWS provider reads, checks and plans every variant of the stack,
//! without a warning.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::support::{Plan, Terraform, Workdir};
use anyhow::Result;
use paytf::config::{Config, Profile};
use paytf::render::Format;
use paytf::stack;
use paytf::verify::loss::ZoneLossAnalysis;
use paytf::verify::{self, Inventory, Outcome};
use serde_json::Value;
use terraform::configuration::{Configuration, Variables};

fn config(profile: Profile) -> Config {
    crate::support::config("", "staging", profile)
}

fn terraform(profile: Profile, format: Format) -> Result<Terraform> {
    crate::support::initialised(&config(profile), format)
}

fn plan(profile: Profile, format: Format) -> Result<Plan> {
    let plan = terraform(profile, format)?.plan()?;
    assert_eq!(plan.warnings, [""; 0], "{profile} in {format:?}");
    Ok(plan)
}

/// The plan of production, made once for all questions.
fn production() -> &'static Plan {
    static PLAN: LazyLock<Plan> =
        LazyLock::new(|| plan(Profile::Production, Format::Json).unwrap());
    &PLAN
}

/// What an apply would do, without the time of the plan and the syntax it was written in.
fn substance(plan: &Plan) -> (Value, Value) {
    (plan.json["planned_values"].clone(), plan.json["resource_changes"].clone())
}

/// What the rules say of an inventory: the rule, the place, whether it is wrong, not known, or as
/// it should be, and how often. Terraform sorts sets its own way, so which item of one it is does
/// not count.
fn message(inventory: &Inventory) -> BTreeSet<(&'static str, String, bool, bool, usize)> {
    let mut counts = BTreeMap::new();
    // The tests plan with a provider of their own, which needs no account.
    let rules = verify::rules().filter(|rule| rule.id != "secret-in-provider");
    for result in verify::run(inventory, rules) {
        let steps = result
            .place
            .path()
            .split('.')
            .map(|step| if step.parse::<usize>().is_ok() { "*" } else { step });
        let place = format!(
            "{} {}",
            result.place.resource().address(),
            steps.collect::<Vec<_>>().join(".")
        );
        let (pass, unknown) =
            (result.outcome == Outcome::Pass, matches!(result.outcome, Outcome::Unknown(_)));
        *counts.entry((result.rule.id, place, pass, unknown)).or_insert(0) += 1;
    }
    counts
        .into_iter()
        .map(|((rule, place, pass, unknown), count)| (rule, place, pass, unknown, count))
        .collect()
}

#[test]
fn the_rules_say_the_same_of_the_modules_as_of_their_plan() {
    let text = production().json.to_string();
    let planned = Inventory::from_plan(verify::Plan::parse(text.as_bytes()).unwrap());
    let declared =
        Inventory::from_modules(&stack::payment(&config(Profile::Production)).unwrap()).unwrap();
    let (planned_loss, declared_loss) =
        (ZoneLossAnalysis::of(&planned), ZoneLossAnalysis::of(&declared));
    assert_eq!(format!("{declared_loss:?}"), format!("{planned_loss:?}"));
    let (mut planned, mut declared) = (message(&planned), message(&declared));
    // A plan shows nothing of a text with an unknown part; the modules are read with holes.
    let unknown_in_plan: Vec<_> = planned
        .iter()
        .filter(|message| message.3)
        .map(|message| (message.0, message.1.clone()))
        .collect();
    let is_better_known = |message: &(&str, String, bool, bool, usize)| {
        !message.3 && message.2 && unknown_in_plan.contains(&(message.0, message.1.clone()))
    };
    let better: Vec<_> = declared
        .iter()
        .filter(|message| is_better_known(message))
        .map(|message| (message.0, message.1.clone()))
        .collect();
    for of in [&mut planned, &mut declared] {
        of.retain(|message| !better.contains(&(message.0, message.1.clone())));
    }
    assert!(planned.len() > 50, "only {} places", planned.len());
    assert_eq!(
        declared.difference(&planned).collect::<Vec<_>>(),
        Vec::<&_>::new(),
        "said of the modules only"
    );
    assert_eq!(
        planned.difference(&declared).collect::<Vec<_>>(),
        Vec::<&_>::new(),
        "said of the plan only"
    );
}

#[test]
fn the_rules_say_the_same_of_the_folder_in_both_syntaxes_as_of_the_modules() -> Result<()> {
    let config = config(Profile::Production);
    let declared = Inventory::from_modules(&stack::payment(&config)?)?;
    let (loss, said_of_modules) =
        (format!("{:?}", ZoneLossAnalysis::of(&declared)), message(&declared));
    assert!(said_of_modules.len() > 50, "only {} places", said_of_modules.len());
    for format in [Format::Json, Format::Hcl] {
        let folder = Workdir::of_stack(&config, format)?;
        let read = Inventory::from_configuration(&Configuration::read(
            folder.path(),
            &Variables::default(),
        )?)?;
        assert_eq!(format!("{:?}", ZoneLossAnalysis::of(&read)), loss, "{format:?}");
        let message = message(&read);
        assert_eq!(
            message.difference(&said_of_modules).collect::<Vec<_>>(),
            Vec::<&_>::new(),
            "said of {format:?} only"
        );
        assert_eq!(
            said_of_modules.difference(&message).collect::<Vec<_>>(),
            Vec::<&_>::new(),
            "not said of {format:?}"
        );
    }
    Ok(())
}

#[test]
fn both_syntaxes_give_the_same_plan_without_a_warning() -> Result<()> {
    let json = production();
    let hcl = plan(Profile::Production, Format::Hcl)?;
    assert!(json.changed().len() > 200, "only {} changes", json.changed().len());
    assert_eq!(substance(json), substance(&hcl));
    Ok(())
}

#[test]
fn an_image_of_an_ecr_repository_that_the_tasks_may_not_pull_from_is_refused_by_the_plan()
-> Result<()> {
    let plan_with = |image: &str| {
        terraform(Profile::Development, Format::Json)?.variable("container_image", image).plan()
    };
    let registry = "123456789012.dkr.ecr.us-east-1.amazonaws.com";
    let refusal =
        plan_with(&format!("{registry}/payments:1.4.2")).map(|_| ()).unwrap_err().to_string();
    assert!(refusal.contains("stack's own ECR repository"), "{refusal}");
    for permitted in [&format!("{registry}/ecr-staging:1.4.2"), "public.ecr.aws/nginx/nginx:1.29"] {
        plan_with(permitted)?;
    }
    Ok(())
}

#[test]
fn more_or_fewer_addresses_than_were_generated_are_refused_by_the_plan_with_what_to_run()
-> Result<()> {
    for variable in ["page_emails", "ticket_emails"] {
        let terraform = terraform(Profile::Development, Format::Json)?;
        let planned = terraform.variable(variable, r#"["oncall@example.com"]"#).plan();
        let refusal = planned.map(|_| ()).unwrap_err().to_string();
        assert!(refusal.contains("paytf gen") && refusal.contains(variable), "{refusal}");
    }
    Ok(())
}

#[test]
fn the_smaller_profiles_are_planned_without_a_warning() -> Result<()> {
    for profile in [Profile::Development, Profile::Staging] {
        let plan = plan(profile, Format::Json)?;
        assert!(
            plan.changed().iter().all(|change| change.starts_with("create ")),
            "{:?}",
            plan.changed()
        );
    }
    Ok(())
}

#[test]
fn the_native_syntax_is_formatted_and_valid() -> Result<()> {
    let terraform = terraform(Profile::Production, Format::Hcl)?;
    terraform.fmt_check()?;
    assert_eq!(terraform.validate()?.warnings, [""; 0]);
    Ok(())
}

#[test]
fn the_committed_modules_are_formatted() -> Result<()> {
    let modules = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("modules");
    Terraform::offline(Workdir::copy_of(&modules)?)?.fmt_check()?;
    Ok(())
}

#[test]
fn no_secret_is_in_the_plan() {
    let cluster = production()
        .planned("module.database.aws_rds_cluster.main")
        .expect("the cluster is planned");
    assert_eq!(cluster["manage_master_user_password"], true);
    assert!(cluster["master_password"].is_null());
}
