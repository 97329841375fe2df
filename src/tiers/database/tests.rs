use serde_json::{Value, json};

use super::*;
use crate::tiers::testing::declared;

fn tier() -> Database {
    Database {
        zones: Zone::DEFAULT,
        proxy: true,
        data_api: true,
        apply_immediately: false,
        reader: true,
        insights: Insights::Advanced,
        protection: None,
    }
}

fn resource(tier: &Database, kind: &str, label: &str) -> Value {
    declared(tier)["resource"][kind][label].clone()
}

fn output(tier: &Database, name: &str) -> Value {
    declared(tier)["output"][name]["value"].clone()
}

fn parameters() -> Vec<Value> {
    resource(&tier(), "aws_rds_cluster_parameter_group", "main")["parameter"]
        .as_array()
        .unwrap()
        .clone()
}

#[test]
fn each_zone_has_an_instance_of_the_one_class_in_the_stated_promotion_order() {
    for (place, (label, zone)) in
        [("a", "us-east-1a"), ("b", "us-east-1b"), ("c", "us-east-1c")].iter().enumerate()
    {
        let instance = resource(&tier(), "aws_rds_cluster_instance", label);
        assert_eq!(instance["availability_zone"], json!(zone));
        assert_eq!(instance["promotion_tier"], json!(place));
        assert_eq!(instance["instance_class"], "${var.instance_class}");
        assert_eq!(
            instance["preferred_maintenance_window"],
            json!(format!("${{var.instance_maintenance_windows[{place}]}}"))
        );
    }
}

#[test]
fn the_cluster_does_not_name_its_zones_because_a_difference_would_recreate_it() {
    assert_eq!(resource(&tier(), "aws_rds_cluster", "main").get("availability_zones"), None);
}

#[test]
fn the_cluster_leaves_nothing_behind_when_it_is_destroyed() {
    let cluster = resource(&tier(), "aws_rds_cluster", "main");
    assert_eq!(cluster["skip_final_snapshot"], true);
    assert_eq!(cluster["delete_automated_backups"], true);
    assert_eq!(cluster["deletion_protection"], false);
}

fn protected() -> Database {
    let copy_to_vault_arn =
        Some("arn:aws:backup:us-west-2:210987654321:backup-vault:payments".to_owned());
    Database { protection: Some(Protection { backup_days: 35, copy_to_vault_arn }), ..tier() }
}

#[test]
fn a_protected_cluster_cannot_be_deleted_and_leaves_a_snapshot_and_its_backups_when_it_is() {
    let cluster = resource(&protected(), "aws_rds_cluster", "main");
    assert_eq!(cluster["deletion_protection"], true);
    assert_eq!(cluster["skip_final_snapshot"], false);
    assert_eq!(cluster["delete_automated_backups"], false);
    let name = "aurora-cluster-final-${element(split(\"/\", var.data_key_arn), \
                1)}-${var.environment_suffix}";
    assert_eq!(
        cluster["final_snapshot_identifier"], name,
        "every stack has a key of its own, so the name is free"
    );
}

#[test]
fn a_protected_cluster_is_backed_up_to_a_vault_that_is_locked_for_a_while_and_to_another_one() {
    let resource = |kind| resource(&protected(), kind, "main");
    let lock = resource("aws_backup_vault_lock_configuration");
    assert_eq!(lock["min_retention_days"], 35);
    assert_eq!(
        lock.get("changeable_for_days"),
        None,
        "with it nobody could ever take the lock off"
    );
    let rule = resource("aws_backup_plan")["rule"].take();
    assert_eq!(rule["lifecycle"]["delete_after"], 35);
    let copy = &rule["copy_action"];
    assert_eq!(
        copy["destination_vault_arn"],
        "arn:aws:backup:us-west-2:210987654321:backup-vault:payments"
    );
    assert_eq!(copy["lifecycle"]["delete_after"], 35);
    assert_eq!(
        resource("aws_backup_selection")["resources"],
        serde_json::json!(["${aws_rds_cluster.main.arn}"])
    );
}

#[test]
fn without_protection_there_is_no_vault() {
    let kinds = declared(&tier())["resource"].take();
    assert!(kinds.as_object().unwrap().keys().all(|kind| !kind.starts_with("aws_backup")));
}

#[test]
fn data_secret_and_insights_are_encrypted_with_the_data_key() {
    let cluster = resource(&tier(), "aws_rds_cluster", "main");
    assert_eq!(cluster["storage_encrypted"], true);
    for argument in
        ["kms_key_id", "master_user_secret_kms_key_id", "performance_insights_kms_key_id"]
    {
        assert_eq!(cluster[argument], "${var.data_key_arn}", "{argument}");
    }
    let instance = resource(&tier(), "aws_rds_cluster_instance", "b");
    assert_eq!(instance["performance_insights_kms_key_id"], "${var.data_key_arn}");
}

#[test]
fn no_password_is_written_anywhere() {
    let cluster = resource(&tier(), "aws_rds_cluster", "main");
    assert_eq!(cluster["manage_master_user_password"], true);
    assert!(
        !cluster
            .as_object()
            .unwrap()
            .keys()
            .any(|argument| argument.starts_with("master_password"))
    );
}

#[test]
fn static_parameters_wait_for_a_start_and_dynamic_ones_do_not() {
    for parameter in parameters() {
        let fixed = parameter["name"] == "shared_preload_libraries";
        assert_eq!(
            parameter["apply_method"],
            if fixed { "pending-reboot" } else { "immediate" },
            "{parameter}"
        );
    }
}

#[test]
fn connections_without_tls_are_refused_by_the_server_and_by_the_proxy() {
    assert!(
        parameters()
            .iter()
            .any(|parameter| parameter["name"] == "rds.force_ssl" && parameter["value"] == "1")
    );
    assert_eq!(resource(&tier(), "aws_db_proxy", "main")["require_tls"], true);
}

#[test]
fn insights_are_the_same_at_the_cluster_and_at_every_instance() {
    for (insights, enabled, mode, days) in [
        (Insights::Off, json!(false), None, None),
        (Insights::Standard, json!(true), Some(json!("standard")), Some(json!(7))),
        (Insights::Advanced, json!(true), Some(json!("advanced")), Some(json!(465))),
    ] {
        let tier = Database { insights, ..tier() };
        let cluster = resource(&tier, "aws_rds_cluster", "main");
        assert_eq!(cluster.get("database_insights_mode"), mode.as_ref());
        for settings in [cluster, resource(&tier, "aws_rds_cluster_instance", "c")] {
            assert_eq!(settings["performance_insights_enabled"], enabled);
            assert_eq!(settings.get("performance_insights_retention_period"), days.as_ref());
        }
    }
}

#[test]
fn log_groups_exist_before_what_writes_to_them() {
    let cluster = resource(&tier(), "aws_rds_cluster", "main");
    assert_eq!(cluster["depends_on"], json!(["${aws_cloudwatch_log_group.postgresql}"]));
    let proxy = resource(&tier(), "aws_db_proxy", "main");
    assert_eq!(proxy["depends_on"], json!(["${aws_cloudwatch_log_group.proxy}"]));
    for label in ["postgresql", "proxy"] {
        assert_eq!(
            resource(&tier(), "aws_cloudwatch_log_group", label)["kms_key_id"],
            "${var.logs_key_arn}"
        );
    }
}

#[test]
fn the_log_groups_are_those_rds_writes_to() {
    let name = |label| resource(&tier(), "aws_cloudwatch_log_group", label)["name"].clone();
    assert_eq!(
        name("postgresql"),
        "/aws/rds/cluster/aurora-cluster-${var.environment_suffix}/postgresql"
    );
    assert_eq!(name("proxy"), "/aws/rds/proxy/rds-proxy-${var.environment_suffix}");
}

#[test]
fn clients_of_the_proxy_have_to_authenticate_with_iam() {
    let auth = &resource(&tier(), "aws_db_proxy", "main")["auth"];
    assert_eq!(auth["iam_auth"], "REQUIRED");
    assert_eq!(
        auth["secret_arn"], "${aws_secretsmanager_secret.application.arn}",
        "never the master's"
    );
}

#[test]
fn the_proxy_gets_its_target_only_when_all_instances_are_there() {
    let target = resource(&tier(), "aws_db_proxy_target", "main");
    let instances = ["a", "b", "c"].map(|zone| format!("${{aws_rds_cluster_instance.{zone}}}"));
    assert_eq!(target["depends_on"], json!(instances));
}

#[test]
fn with_a_proxy_everything_goes_through_it() {
    assert_eq!(output(&tier(), "writer_endpoint"), "${aws_db_proxy.main.endpoint}");
    assert_eq!(output(&tier(), "reader_endpoint"), "${aws_db_proxy_endpoint.read_only.endpoint}");
    assert_eq!(output(&tier(), "proxy_name"), "${aws_db_proxy.main.name}");
    assert_eq!(
        output(&tier(), "database_user_arn"),
        r#"arn:aws:rds-db:us-east-1:${var.account_id}:dbuser:${element(split(":", aws_db_proxy.main.arn), 6)}/payment_service"#
    );
}

#[test]
fn without_a_proxy_the_cluster_is_reached_directly() {
    let tier = Database { proxy: false, ..tier() };
    assert_eq!(declared(&tier)["resource"].get("aws_db_proxy"), None);
    assert_eq!(output(&tier, "writer_endpoint"), "${aws_rds_cluster.main.endpoint}");
    assert_eq!(output(&tier, "reader_endpoint"), "${aws_rds_cluster.main.reader_endpoint}");
    assert_eq!(output(&tier, "proxy_name"), Value::Null);
    assert_eq!(
        output(&tier, "database_user_arn"),
        "arn:aws:rds-db:us-east-1:${var.account_id}:dbuser:${aws_rds_cluster.main.\
         cluster_resource_id}/payment_service"
    );
}

#[test]
fn failovers_of_the_cluster_and_of_each_instance_are_told() {
    let cluster = resource(&tier(), "aws_db_event_subscription", "cluster");
    assert_eq!(cluster["source_type"], "db-cluster");
    let instance = resource(&tier(), "aws_db_event_subscription", "instance");
    assert_eq!(instance["source_ids"].as_array().unwrap().len(), 3);
    for subscription in [cluster, instance] {
        assert_eq!(subscription["sns_topic"], "${var.failover_topic_arn}");
        assert!(subscription["event_categories"].as_array().unwrap().contains(&json!("failover")));
    }
}

#[test]
fn the_secrets_of_users_have_our_key_and_no_value() {
    let kinds = declared(&tier())["resource"].take();
    assert_eq!(output(&tier(), "database_user"), SERVICE_USER);
    assert_eq!(
        kinds.get("aws_secretsmanager_secret_version"),
        None,
        "a value would be in the state"
    );
    for (label, purpose) in [("application", "database-user"), ("reader", "database-reader")] {
        let secret = &kinds["aws_secretsmanager_secret"][label];
        assert_eq!(secret["name"], format!("secret-{purpose}-${{var.environment_suffix}}"));
        assert_eq!(secret["kms_key_id"], "${var.data_key_arn}");
        assert_eq!(
            secret["recovery_window_in_days"], 0,
            "else its name would be held after a destroy"
        );
    }
}

#[test]
fn without_a_proxy_the_user_has_no_password() {
    let tier = Database { proxy: false, reader: false, ..tier() };
    assert_eq!(declared(&tier)["resource"].get("aws_secretsmanager_secret"), None);
    assert_eq!(output(&tier, "user_secret_arn"), Value::Null);
}

#[test]
fn the_data_api_is_on_where_the_instance_class_has_it() {
    for data_api in [true, false] {
        let cluster = resource(&Database { data_api, ..tier() }, "aws_rds_cluster", "main");
        assert_eq!(cluster["enable_http_endpoint"], data_api);
    }
}

#[test]
fn the_group_of_a_new_family_exists_before_the_old_one_goes() {
    for (kind, prefix) in [
        ("aws_rds_cluster_parameter_group", "cluster-parameter-group"),
        ("aws_db_parameter_group", "instance-parameter-group"),
    ] {
        let group = resource(&tier(), kind, "main");
        let name = format!("{prefix}-${{var.parameter_group_family}}-${{var.environment_suffix}}");
        assert_eq!(
            (&group["name"], &group["lifecycle"]["create_before_destroy"]),
            (&json!(name), &json!(true))
        );
    }
}

#[test]
fn a_major_upgrade_is_allowed_only_where_changes_are_made_at_once() {
    let cluster = |apply_immediately| {
        resource(&Database { apply_immediately, ..tier() }, "aws_rds_cluster", "main")
    };
    let (waiting, at_once) = (cluster(false), cluster(true));
    assert_eq!(waiting.get("allow_major_version_upgrade"), None);
    assert_eq!(
        (&at_once["allow_major_version_upgrade"], &at_once["apply_immediately"]),
        (&json!(true), &json!(true))
    );
    assert_eq!(at_once["db_instance_parameter_group_name"], "${aws_db_parameter_group.main.name}");
    let instance =
        resource(&Database { apply_immediately: true, ..tier() }, "aws_rds_cluster_instance", "a");
    assert_eq!(instance["apply_immediately"], true);
}
