use serde_json::{Value, json};

use super::Domain;
use crate::tiers::testing::declared;

fn resource(kind: &str, label: &str) -> Value {
    declared(&Domain {})["resource"][kind][label].take()
}

#[test]
fn the_certificate_is_for_the_domain_and_outlives_its_replacement() {
    let certificate = resource("aws_acm_certificate", "main");
    assert_eq!(certificate["domain_name"], "${var.domain_name}");
    assert_eq!(certificate["validation_method"], "DNS");
    assert_eq!(certificate["lifecycle"]["create_before_destroy"], true);
    assert_eq!(certificate["tags"], json!({ "Name": "certificate-${var.environment_suffix}" }));
}

#[test]
fn acm_finds_the_record_it_asked_for_in_the_hosted_zone() {
    let record = resource("aws_route53_record", "validation");
    let asked = |what: &str| {
        format!(
            "${{one(aws_acm_certificate.main.domain_validation_options).resource_record_{what}}}"
        )
    };
    assert_eq!(record["zone_id"], "${var.hosted_zone_id}");
    assert_eq!((&record["name"], &record["type"]), (&json!(asked("name")), &json!(asked("type"))));
    assert_eq!(record["records"], json!([asked("value")]));
}

#[test]
fn a_validation_record_of_an_earlier_certificate_is_taken_over_and_an_address_of_someone_else_is_not()
 {
    assert_eq!(resource("aws_route53_record", "validation")["allow_overwrite"], true);
    assert_eq!(resource("aws_route53_record", "payments")["allow_overwrite"], Value::Null);
}

#[test]
fn the_certificate_is_given_out_only_once_it_is_issued() {
    let validation = resource("aws_acm_certificate_validation", "main");
    assert_eq!(validation["certificate_arn"], "${aws_acm_certificate.main.arn}");
    assert_eq!(
        validation["validation_record_fqdns"],
        json!(["${aws_route53_record.validation.fqdn}"])
    );
    let output = declared(&Domain {})["output"]["certificate_arn"]["value"].take();
    assert_eq!(output, "${aws_acm_certificate_validation.main.certificate_arn}");
}

#[test]
fn the_domain_leads_to_the_healthy_zones_of_the_load_balancer() {
    let record = resource("aws_route53_record", "payments");
    assert_eq!((&record["name"], &record["type"]), (&json!("${var.domain_name}"), &json!("A")));
    let alias = json!({
        "evaluate_target_health": true,
        "name": "${var.load_balancer_dns_name}",
        "zone_id": "${var.load_balancer_zone_id}",
    });
    assert_eq!(record["alias"], alias);
    assert_eq!(record["lifecycle"], Value::Null, "create-first would spread to the load balancer");
}

#[test]
fn the_name_is_looked_at_from_outside_over_https_as_a_customer_would() {
    let check = resource("aws_route53_health_check", "payments");
    assert_eq!(check["type"], "HTTPS");
    assert_eq!(check["fqdn"], "${var.domain_name}");
    assert_eq!((&check["port"], &check["enable_sni"]), (&443.into(), &true.into()));
    assert_eq!(check["resource_path"], "${var.health_check_path}");
    assert_eq!(check.get("regions"), None, "checkers of all regions look");
}
