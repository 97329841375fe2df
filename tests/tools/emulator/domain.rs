//! A stack with a domain: planned for real in both syntaxes, and its domain module alive on the
//! emulator.

use crate::support::{Emulator, Plan, Terraform, Workdir, initialised};
use anyhow::{Context, Result};
use paytf::config::{Config, Profile};
use paytf::render::Format;
use serde_json::{Value, json};

const DOMAIN: &str = "
    [application.domain]
    name = 'pay.example.com'
    hosted_zone_id = 'Z0123456789ABCDEFGHIJ'";

fn config(toml: &str) -> Config {
    crate::support::config(toml, "staging", Profile::Development)
}

fn plan(toml: &str, format: Format) -> Result<Plan> {
    initialised(&config(toml), format)?.plan()
}

/// What an expression of a module refers to.
fn references<'a>(
    plan: &'a Plan,
    module: &str,
    address: &str,
    argument: &str,
) -> Option<&'a Value> {
    let resources =
        &plan.json["configuration"]["root_module"]["module_calls"][module]["module"]["resources"];
    let found = resources.as_array()?.iter().find(|resource| resource["address"] == address)?;
    Some(&found["expressions"][argument]["references"])
}

#[test]
fn with_a_domain_no_certificate_is_asked_for_and_both_syntaxes_plan_the_same_without_a_warning()
-> Result<()> {
    let (json, hcl) = (plan(DOMAIN, Format::Json)?, plan(DOMAIN, Format::Hcl)?);
    assert_eq!(json.json["planned_values"], hcl.json["planned_values"]);
    assert_eq!(json.json["variables"]["certificate_arn"], Value::Null);
    for plan in [&json, &hcl] {
        assert_eq!(plan.warnings, [""; 0]);
        let alias = plan
            .planned("module.domain.aws_route53_record.payments")
            .context("the alias is planned")?;
        assert_eq!(
            (&alias["name"], &alias["zone_id"]),
            (&json!("pay.example.com"), &json!("Z0123456789ABCDEFGHIJ"))
        );
        let certificate = &plan.json["configuration"]["root_module"]["module_calls"]["application"]
            ["expressions"];
        assert_eq!(
            certificate["certificate_arn"]["references"][0],
            "module.domain.certificate_arn"
        );
        let listener = references(plan, "application", "aws_lb_listener.https", "certificate_arn");
        assert_eq!(listener, Some(&json!(["var.certificate_arn"])));
    }
    Ok(())
}

#[test]
fn without_a_domain_the_certificate_is_a_variable_and_nothing_of_the_domain_is_there() -> Result<()>
{
    let plan = plan("", Format::Json)?;
    assert!(plan.json["variables"]["certificate_arn"].is_object());
    assert_eq!(plan.json["configuration"]["root_module"]["module_calls"]["domain"], Value::Null);
    Ok(())
}

#[test]
fn preflight_asks_for_no_certificate_where_the_stack_makes_its_own() -> Result<()> {
    let script = |toml| -> Result<String> {
        let stack = Workdir::of_stack(&config(toml), Format::Json)?;
        Ok(std::fs::read_to_string(stack.path().join("preflight.sh"))?)
    };
    assert!(script("")?.contains("[CERTIFICATE_ARN]"));
    assert!(!script(DOMAIN)?.to_lowercase().contains("certificate"));
    Ok(())
}

/// The module with the values that the stack would hand it, and nothing else of the stack.
fn alone(zone_id: &str) -> String {
    json!({
        "provider": {"aws": {"region": "us-east-1"}},
        "module": {"domain": {
            "source": "./modules/domain",
            "environment_suffix": "staging",
            "domain_name": "pay.example.com",
            "hosted_zone_id": zone_id,
            "load_balancer_dns_name": "alb-staging-1.us-east-1.elb.amazonaws.com",
            "load_balancer_zone_id": "Z35SXDOTRQ7X7K",
            "health_check_path": "/healthz",
        }},
        "output": {"certificate_arn": {"value": "${module.domain.certificate_arn}"}},
    })
    .to_string()
}

/// The records of the zone that are not the zone's own, as `name type`.
fn records(emulator: &Emulator, zone_id: &str) -> Result<Vec<String>> {
    let answer =
        emulator.ask("route53", "list_resource_record_sets", json!({"HostedZoneId": zone_id}))?;
    let sets = answer["ResourceRecordSets"].as_array().context("a list")?;
    let named = sets.iter().filter_map(|set| Some((set["Name"].as_str()?, set["Type"].as_str()?)));
    Ok(named
        .filter(|(_, kind)| !["NS", "SOA"].contains(kind))
        .map(|(name, kind)| format!("{name} {kind}"))
        .collect())
}

#[test]
fn the_certificate_is_issued_the_name_leads_to_the_load_balancer_and_a_destroy_empties_the_zone()
-> Result<()> {
    let emulator = Emulator::start()?;
    let zone = json!({"Name": "example.com", "CallerReference": "1"});
    let zone = emulator.ask("route53", "create_hosted_zone", zone)?;
    let zone_id = zone["HostedZone"]["Id"]
        .as_str()
        .context("a zone has an id")?
        .trim_start_matches("/hostedzone/");
    let stack = Workdir::of_stack(&config(DOMAIN), Format::Json)?;
    let module = Workdir::of(&[("main.tf.json", &alone(zone_id))])?;
    for name in ["main", "variables", "outputs", "versions"] {
        let path = format!("modules/domain/{name}.tf.json");
        module.write(&path, std::fs::read(stack.path().join(&path))?)?;
    }
    let terraform = Terraform::emulated(module, &emulator)?;
    terraform.init()?;
    terraform.apply()?;

    let arn = terraform.output("certificate_arn")?;
    let certificate =
        emulator.ask("acm", "describe_certificate", json!({"CertificateArn": arn}))?;
    assert_eq!(certificate["Certificate"]["Status"], "ISSUED");
    assert_eq!(certificate["Certificate"]["DomainName"], "pay.example.com");
    let asked =
        certificate["Certificate"]["DomainValidationOptions"][0]["ResourceRecord"]["Name"].as_str();
    let found = records(&emulator, zone_id)?;
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.contains(&"pay.example.com. A".to_owned()), "{found:?}");
    let asked = asked.context("ACM asks for a record")?.trim_end_matches('.');
    assert!(found.contains(&format!("{asked}. CNAME")), "{asked} in {found:?}");
    let again = terraform.plan()?;
    assert_eq!(again.changed(), [""; 0], "{}", again.difference());

    terraform.destroy()?;
    assert_eq!(records(&emulator, zone_id)?, [""; 0]);
    let left = emulator.ask("acm", "list_certificates", json!({}))?;
    assert_eq!(left["CertificateSummaryList"], json!([]));
    Ok(())
}
