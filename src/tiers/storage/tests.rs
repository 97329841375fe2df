use serde_json::{Value, json};

use super::Storage;
use crate::config::{Lifecycle, Within};
use crate::tiers::testing::declared;

const LIFECYCLE: Lifecycle = Lifecycle {
    standard_ia_days: Some(Within::of(90)),
    glacier_ir_days: Some(Within::of(180)),
    deep_archive_days: None,
    expire_days: Within::of(2557),
    noncurrent_days: Within::of(60),
    abort_multipart_days: Within::of(5),
};

fn storage() -> Value {
    declared(&Storage {
        lifecycle: LIFECYCLE,
        access_log_days: 400,
        lock_days: None,
        data_events: false,
    })
}

fn resource(kind: &str, label: &str) -> Value {
    storage()["resource"][kind][label].clone()
}

fn statement(label: &str, sid: &str) -> Value {
    let document = storage()["data"]["aws_iam_policy_document"][label]["statement"].clone();
    document.as_array().unwrap().iter().find(|statement| statement["sid"] == sid).unwrap().clone()
}

#[test]
fn bucket_names_carry_the_account_and_the_suffix() {
    let name = |label| resource("aws_s3_bucket", label)["bucket"].clone();
    assert_eq!(
        name("transaction_logs"),
        "s3-transaction-logs-${var.account_id}-${var.environment_suffix}"
    );
    assert_eq!(name("access_logs"), "s3-access-logs-${var.account_id}-${var.environment_suffix}");
}

#[test]
fn both_buckets_are_private_versioned_owned_and_destroyable() {
    for label in ["transaction_logs", "access_logs"] {
        assert_eq!(resource("aws_s3_bucket", label)["force_destroy"], true);
        assert_eq!(
            resource("aws_s3_bucket_versioning", label)["versioning_configuration"]["status"],
            "Enabled"
        );
        let ownership = resource("aws_s3_bucket_ownership_controls", label);
        assert_eq!(ownership["rule"]["object_ownership"], "BucketOwnerEnforced");
        for argument in [
            "block_public_acls",
            "block_public_policy",
            "ignore_public_acls",
            "restrict_public_buckets",
        ] {
            assert_eq!(
                resource("aws_s3_bucket_public_access_block", label)[argument],
                true,
                "{argument}"
            );
        }
    }
}

#[test]
fn both_buckets_refuse_requests_without_tls() {
    for label in ["transaction_logs", "access_logs"] {
        let deny = statement(label, "DenyInsecureTransport");
        let arn = format!("${{aws_s3_bucket.{label}.arn}}");
        assert_eq!(deny["effect"], "Deny");
        assert_eq!(deny["resources"], json!([arn, format!("{arn}/*")]));
        assert_eq!(deny["principals"], json!({"type": "AWS", "identifiers": ["*"]}));
        let no_tls =
            json!({"test": "Bool", "variable": "aws:SecureTransport", "values": ["false"]});
        assert_eq!(deny["condition"], no_tls);
    }
}

#[test]
fn transaction_logs_are_encrypted_with_the_key_of_payment_data() {
    let rule =
        &resource("aws_s3_bucket_server_side_encryption_configuration", "transaction_logs")["rule"];
    let default = &rule["apply_server_side_encryption_by_default"];
    assert_eq!(default["sse_algorithm"], "aws:kms");
    assert_eq!(default["kms_master_key_id"], "${var.data_key_arn}");
    assert_eq!(rule["bucket_key_enabled"], true);
}

#[test]
fn only_a_write_that_names_an_encryption_can_be_refused_for_it() {
    for sid in ["DenyOtherAlgorithm", "DenyOtherKey"] {
        let deny = statement("transaction_logs", sid);
        assert_eq!(deny["actions"], json!(["s3:PutObject"]), "the action these condition keys fit");
        let conditions = &deny["condition"];
        assert_eq!(conditions[0]["test"], "Null");
        assert_eq!(conditions[0]["values"], json!(["false"]));
        assert_eq!(conditions[1]["test"], "StringNotEquals");
        assert_eq!(conditions[0]["variable"], conditions[1]["variable"]);
    }
}

#[test]
fn access_logs_are_encrypted_by_s3_because_a_load_balancer_cannot_use_a_kms_key() {
    let rule =
        &resource("aws_s3_bucket_server_side_encryption_configuration", "access_logs")["rule"];
    let default = json!({"sse_algorithm": "AES256"});
    assert_eq!(rule["apply_server_side_encryption_by_default"], default);
}

#[test]
fn transaction_logs_move_only_through_the_classes_that_are_configured() {
    let rule = &resource("aws_s3_bucket_lifecycle_configuration", "transaction_logs")["rule"][0];
    let moves = json!([
        {"days": 90, "storage_class": "STANDARD_IA"}, {"days": 180, "storage_class": "GLACIER_IR"}
    ]);
    assert_eq!(rule["transition"], moves);
    assert_eq!(rule["expiration"]["days"], 2557);
    assert_eq!(rule["noncurrent_version_expiration"]["noncurrent_days"], 60);
    assert_eq!(rule["abort_incomplete_multipart_upload"]["days_after_initiation"], 5);
}

#[test]
fn every_lifecycle_rule_says_that_it_is_for_all_objects_and_waits_for_versioning() {
    for label in ["transaction_logs", "access_logs"] {
        let lifecycle = resource("aws_s3_bucket_lifecycle_configuration", label);
        let rules = lifecycle["rule"]
            .as_array()
            .cloned()
            .unwrap_or_else(|| vec![lifecycle["rule"].clone()]);
        assert!(rules.iter().all(|rule| rule["filter"] == json!({})), "{label}");
        assert_eq!(
            lifecycle["depends_on"],
            json!([format!("${{aws_s3_bucket_versioning.{label}}}")])
        );
    }
}

#[test]
fn access_logs_end_after_the_configured_days() {
    let rule = resource("aws_s3_bucket_lifecycle_configuration", "access_logs")["rule"].clone();
    assert_eq!(rule["expiration"]["days"], 400);
}

#[test]
fn load_balancers_deliver_only_below_the_account() {
    let delivery = statement("access_logs", "LoadBalancerLogs");
    let service = json!(["logdelivery.elasticloadbalancing.amazonaws.com"]);
    assert_eq!(delivery["principals"]["identifiers"], service);
    assert_eq!(
        delivery["resources"],
        json!(["${aws_s3_bucket.access_logs.arn}/*/AWSLogs/${var.account_id}/*"])
    );
}

#[test]
fn s3_delivers_the_access_logs_of_the_transaction_log_bucket_only() {
    let delivery = statement("access_logs", "S3ServerAccessLogs");
    assert_eq!(
        delivery["principals"],
        json!({"type": "Service", "identifiers": ["logging.s3.amazonaws.com"]})
    );
    assert_eq!(delivery["condition"][0]["values"], json!(["${var.account_id}"]));
    assert_eq!(
        delivery["condition"][1]["values"],
        json!(["${aws_s3_bucket.transaction_logs.arn}"])
    );
    let logging = resource("aws_s3_bucket_logging", "transaction_logs");
    assert_eq!(logging["depends_on"], json!(["${aws_s3_bucket_policy.access_logs}"]));
}

#[test]
fn who_uses_a_bucket_waits_until_its_policy_is_in_force() {
    for (output, label) in
        [("transaction_log_bucket", "transaction_logs"), ("access_log_bucket", "access_logs")]
    {
        let waits = storage()["output"][output]["depends_on"].clone();
        assert!(
            waits
                .as_array()
                .unwrap()
                .contains(&json!(format!("${{aws_s3_bucket_policy.{label}}}"))),
            "{output}"
        );
    }
}

#[test]
fn protected_buckets_are_not_emptied_and_transaction_logs_are_locked_for_a_while() {
    let protected = declared(&Storage {
        lifecycle: LIFECYCLE,
        access_log_days: 400,
        lock_days: Some(365),
        data_events: false,
    });
    for label in ["transaction_logs", "access_logs"] {
        assert_eq!(
            protected["resource"]["aws_s3_bucket"][label]["force_destroy"], false,
            "{label}"
        );
    }
    let locks = &protected["resource"]["aws_s3_bucket_object_lock_configuration"];
    assert_eq!(
        locks.as_object().unwrap().len(),
        1,
        "a target of access logs takes no default lock"
    );
    let lock = &locks["transaction_logs"];
    assert_eq!(lock["rule"]["default_retention"], json!({"mode": "GOVERNANCE", "days": 365}));
    assert_eq!(lock["depends_on"], json!(["${aws_s3_bucket_versioning.transaction_logs}"]));
    assert_eq!(storage()["resource"].get("aws_s3_bucket_object_lock_configuration"), None);
}

/// PCI DSS 10.2.1
#[test]
fn a_trail_records_who_reads_or_writes_what_is_in_the_buckets_and_not_its_own_deliveries() {
    assert_eq!(storage()["resource"]["aws_cloudtrail"], Value::Null, "only where it is asked for");
    let storage = declared(&Storage {
        lifecycle: LIFECYCLE,
        access_log_days: 400,
        lock_days: None,
        data_events: true,
    });
    let trail = &storage["resource"]["aws_cloudtrail"]["main"];
    assert_eq!(trail["s3_bucket_name"], "${aws_s3_bucket.access_logs.id}");
    assert_eq!(trail["enable_log_file_validation"], true);
    assert_eq!(trail["kms_key_id"], "${var.logs_key_arn}");
    assert_eq!(trail["depends_on"], json!(["${aws_s3_bucket_policy.access_logs}"]));
    let fields = |title: &str| {
        let selectors = trail["advanced_event_selector"].as_array().unwrap();
        selectors.iter().find(|selector| selector["name"] == title).unwrap()["field_selector"]
            .clone()
    };
    assert_eq!(
        fields("Use of keys, and management"),
        json!({"field": "eventCategory", "equals": ["Management"]})
    );
    let written = fields("Transaction logs").to_string();
    assert!(
        written.contains("${aws_s3_bucket.transaction_logs.arn}/") && !written.contains("readOnly"),
        "{written}"
    );
    let delivered = fields("Reads of access logs").to_string();
    assert!(delivered.contains(r#""equals":["true"],"field":"readOnly""#), "{delivered}");
    let statements = &storage["data"]["aws_iam_policy_document"]["access_logs"]["statement"];
    for sid in ["CloudTrailReadsAcl", "CloudTrailFiles"] {
        let statement = statements
            .as_array()
            .unwrap()
            .iter()
            .find(|statement| statement["sid"] == sid)
            .unwrap();
        assert!(
            statement["condition"].to_string().contains(":trail/trail-${var.environment_suffix}"),
            "{statement}"
        );
    }
}
