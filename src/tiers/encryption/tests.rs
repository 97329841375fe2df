use serde_json::{Value, json};

use super::Encryption;
use crate::tiers::testing::declared;

const PURPOSES: [&str; 3] = ["data", "logs", "notifications"];

fn statements(key: &str) -> Vec<Value> {
    let tier = Encryption { protected: false, data_events: false };
    let document = &declared(&tier)["data"]["aws_iam_policy_document"][key]["statement"];
    assert!(!document.is_null(), "{key} has a policy");
    document.as_array().cloned().unwrap_or_else(|| vec![document.clone()])
}

fn statement(key: &str, sid: &str) -> Value {
    statements(key).into_iter().find(|statement| statement["sid"] == sid).unwrap()
}

#[test]
fn every_key_rotates_yearly_and_can_be_destroyed_in_a_week() {
    let keys =
        &declared(&Encryption { protected: false, data_events: false })["resource"]["aws_kms_key"];
    for purpose in PURPOSES {
        let key = &keys[purpose];
        assert_eq!(key["enable_key_rotation"], true, "{purpose}");
        assert_eq!(key["rotation_period_in_days"], 365, "{purpose}");
        assert_eq!(key["deletion_window_in_days"], 7, "{purpose}");
    }
}

#[test]
fn every_key_is_found_by_an_alias_with_the_suffix() {
    let tier = Encryption { protected: false, data_events: false };
    let aliases = &declared(&tier)["resource"]["aws_kms_alias"];
    for purpose in PURPOSES {
        assert_eq!(
            aliases[purpose]["name"],
            format!("alias/kms-{purpose}-${{var.environment_suffix}}")
        );
        assert_eq!(aliases[purpose]["target_key_id"], format!("${{aws_kms_key.{purpose}.key_id}}"));
    }
}

#[test]
fn no_key_policy_can_lock_the_account_out() {
    for purpose in PURPOSES {
        let account = statement(purpose, "AccountThroughIam");
        assert_eq!(
            account["principals"]["identifiers"],
            json!(["arn:aws:iam::${var.account_id}:root"])
        );
        assert!(
            account["actions"].as_array().unwrap().contains(&json!("kms:PutKeyPolicy")),
            "{purpose}"
        );
    }
}

#[test]
fn no_key_policy_has_a_wildcard_action() {
    for purpose in PURPOSES {
        for statement in statements(purpose) {
            assert!(
                statement["actions"].is_array() && !statement["actions"].to_string().contains('*'),
                "{statement}"
            );
        }
    }
}

#[test]
fn fargate_is_the_only_service_with_the_key_of_payment_data_and_only_for_the_storage_of_this_cluster()
 {
    let of_services: Vec<_> = statements("data")
        .into_iter()
        .filter(|statement| statement["principals"]["type"] != "AWS")
        .collect();
    assert_eq!(of_services.len(), 2);
    for statement in of_services {
        assert_eq!(statement["principals"]["identifiers"], json!(["fargate.amazonaws.com"]));
        let cluster = json!({
            "test": "StringEquals",
            "variable": "kms:EncryptionContext:aws:ecs:clusterName",
            "values": ["ecs-cluster-${var.environment_suffix}"],
        });
        assert!(statement["condition"].as_array().unwrap().contains(&cluster), "{statement}");
    }
}

#[test]
fn fargate_passes_on_no_more_than_the_right_to_decrypt() {
    let operations = json!({
        "test": "ForAllValues:StringEquals",
        "variable": "kms:GrantOperations",
        "values": ["Decrypt"],
    });
    assert!(
        statement("data", "FargateGrants")["condition"].as_array().unwrap().contains(&operations)
    );
    assert_eq!(
        statement("data", "FargateDataKeys")["actions"],
        json!(["kms:GenerateDataKeyWithoutPlaintext"])
    );
}

#[test]
fn the_logs_key_serves_the_log_groups_of_the_account_only() {
    let condition = &statement("logs", "CloudWatchLogs")["condition"];
    assert_eq!(condition["test"], "ArnLike");
    assert_eq!(condition["variable"], "kms:EncryptionContext:aws:logs:arn");
    assert_eq!(
        condition["values"],
        json!(["arn:aws:logs:us-east-1:${var.account_id}:log-group:*"])
    );
}

#[test]
fn alarms_and_rds_events_of_other_accounts_cannot_use_the_notifications_key() {
    for sid in ["CloudWatchAlarms", "RdsEvents"] {
        let condition = &statement("notifications", sid)["condition"];
        assert_eq!(condition["test"], "StringEquals", "{sid}");
        assert_eq!(condition["variable"], "aws:SourceAccount", "{sid}");
        assert_eq!(condition["values"], json!(["${var.account_id}"]), "{sid}");
    }
}

#[test]
fn eventbridge_gets_no_source_condition_because_it_sends_none_to_kms() {
    let eventbridge = statement("notifications", "EventBridge");
    assert_eq!(eventbridge["principals"]["identifiers"], json!(["events.amazonaws.com"]));
    assert_eq!(eventbridge["condition"], Value::Null);
}

#[test]
fn topics_of_this_account_can_deliver_to_encrypted_queues() {
    let delivery = statement("notifications", "SnsToQueues");
    assert_eq!(delivery["principals"]["identifiers"], json!(["sns.amazonaws.com"]));
    assert_eq!(delivery["actions"], json!(["kms:Decrypt", "kms:GenerateDataKey"]));
    let topics = ["arn:aws:sns:us-east-1:${var.account_id}:*"];
    assert_eq!(
        delivery["condition"],
        json!({"test": "ArnLike", "variable": "aws:SourceArn", "values": topics})
    );
}

#[test]
fn a_key_of_protected_data_waits_as_long_as_kms_allows() {
    let keys =
        &declared(&Encryption { protected: true, data_events: false })["resource"]["aws_kms_key"];
    for purpose in PURPOSES {
        assert_eq!(keys[purpose]["deletion_window_in_days"], 30, "{purpose}");
    }
}

#[test]
fn the_key_of_the_logs_is_the_trails_only_where_there_is_one() {
    let sids = |data_events| {
        let keys = declared(&Encryption { protected: false, data_events });
        keys["data"]["aws_iam_policy_document"]["logs"]["statement"].to_string()
    };
    assert!(!sids(false).contains("cloudtrail"));
    let trail =
        "arn:aws:cloudtrail:us-east-1:${var.account_id}:trail/trail-${var.environment_suffix}";
    assert_eq!(
        sids(true).matches(trail).count(),
        3,
        "two statements, the key's use with the encryption context too"
    );
}
