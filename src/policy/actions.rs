//! The table of IAM actions. An action that is not in it cannot be granted.
//!
//! Source of every name: the Service Authorization Reference.

/// One IAM action, as `s3:PutObject`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Action(&'static str);

impl Action {
    /// The action as a policy spells it.
    pub const fn name(self) -> &'static str {
        self.0
    }
}

macro_rules! actions {
    ($($service:ident = $prefix:literal { $($constant:ident = $name:literal,)+ })+) => {
        $(
            #[doc = concat!("Actions of `", $prefix, "`.")]
            pub mod $service {
                use super::Action;
                $(
                    #[doc = concat!("`", $prefix, ":", $name, "`")]
                    pub const $constant: Action = Action(concat!($prefix, ":", $name));
                )+
            }
        )+
        /// Every action that can be granted.
        pub const ALL: &[Action] = &[$($($service::$constant,)+)+];
    };
}

actions! {
    sts = "sts" {
        ASSUME_ROLE = "AssumeRole",
    }
    s3 = "s3" {
        GET_BUCKET_ACL = "GetBucketAcl",
        GET_OBJECT = "GetObject",
        PUT_OBJECT = "PutObject",
    }
    kms = "kms" {
        CANCEL_KEY_DELETION = "CancelKeyDeletion",
        CREATE_ALIAS = "CreateAlias",
        CREATE_GRANT = "CreateGrant",
        DECRYPT = "Decrypt",
        DELETE_ALIAS = "DeleteAlias",
        DESCRIBE_KEY = "DescribeKey",
        DISABLE_KEY = "DisableKey",
        DISABLE_KEY_ROTATION = "DisableKeyRotation",
        ENABLE_KEY = "EnableKey",
        ENABLE_KEY_ROTATION = "EnableKeyRotation",
        ENCRYPT = "Encrypt",
        GENERATE_DATA_KEY = "GenerateDataKey",
        GENERATE_DATA_KEY_WITHOUT_PLAINTEXT = "GenerateDataKeyWithoutPlaintext",
        GET_KEY_POLICY = "GetKeyPolicy",
        GET_KEY_ROTATION_STATUS = "GetKeyRotationStatus",
        LIST_GRANTS = "ListGrants",
        LIST_KEY_POLICIES = "ListKeyPolicies",
        LIST_KEY_ROTATIONS = "ListKeyRotations",
        LIST_RESOURCE_TAGS = "ListResourceTags",
        PUT_KEY_POLICY = "PutKeyPolicy",
        RE_ENCRYPT_FROM = "ReEncryptFrom",
        RE_ENCRYPT_TO = "ReEncryptTo",
        RETIRE_GRANT = "RetireGrant",
        REVOKE_GRANT = "RevokeGrant",
        ROTATE_KEY_ON_DEMAND = "RotateKeyOnDemand",
        SCHEDULE_KEY_DELETION = "ScheduleKeyDeletion",
        TAG_RESOURCE = "TagResource",
        UNTAG_RESOURCE = "UntagResource",
        UPDATE_ALIAS = "UpdateAlias",
        UPDATE_KEY_DESCRIPTION = "UpdateKeyDescription",
    }
    logs = "logs" {
        CREATE_LOG_DELIVERY = "CreateLogDelivery",
        CREATE_LOG_GROUP = "CreateLogGroup",
        CREATE_LOG_STREAM = "CreateLogStream",
        DELETE_LOG_DELIVERY = "DeleteLogDelivery",
        DESCRIBE_LOG_GROUPS = "DescribeLogGroups",
        DESCRIBE_LOG_STREAMS = "DescribeLogStreams",
        DESCRIBE_RESOURCE_POLICIES = "DescribeResourcePolicies",
        GET_LOG_DELIVERY = "GetLogDelivery",
        GET_LOG_EVENTS = "GetLogEvents",
        LIST_LOG_DELIVERIES = "ListLogDeliveries",
        PUT_LOG_EVENTS = "PutLogEvents",
        PUT_RESOURCE_POLICY = "PutResourcePolicy",
        PUT_RETENTION_POLICY = "PutRetentionPolicy",
        UPDATE_LOG_DELIVERY = "UpdateLogDelivery",
    }
    ec2 = "ec2" {
        ASSIGN_PRIVATE_IP_ADDRESSES = "AssignPrivateIpAddresses",
        CREATE_NETWORK_ACL = "CreateNetworkAcl",
        CREATE_NETWORK_ACL_ENTRY = "CreateNetworkAclEntry",
        CREATE_NETWORK_INTERFACE = "CreateNetworkInterface",
        CREATE_TAGS = "CreateTags",
        DELETE_NETWORK_ACL = "DeleteNetworkAcl",
        DELETE_NETWORK_INTERFACE = "DeleteNetworkInterface",
        DESCRIBE_MANAGED_PREFIX_LISTS = "DescribeManagedPrefixLists",
        DESCRIBE_NETWORK_ACLS = "DescribeNetworkAcls",
        DESCRIBE_NETWORK_INTERFACES = "DescribeNetworkInterfaces",
        DESCRIBE_SUBNETS = "DescribeSubnets",
        DESCRIBE_VPCS = "DescribeVpcs",
        REPLACE_NETWORK_ACL_ASSOCIATION = "ReplaceNetworkAclAssociation",
        UNASSIGN_PRIVATE_IP_ADDRESSES = "UnassignPrivateIpAddresses",
    }
    ecr = "ecr" {
        BATCH_CHECK_LAYER_AVAILABILITY = "BatchCheckLayerAvailability",
        BATCH_GET_IMAGE = "BatchGetImage",
        GET_AUTHORIZATION_TOKEN = "GetAuthorizationToken",
        GET_DOWNLOAD_URL_FOR_LAYER = "GetDownloadUrlForLayer",
    }
    lambda = "lambda" {
        DELETE_FUNCTION_CONCURRENCY = "DeleteFunctionConcurrency",
        INVOKE_FUNCTION = "InvokeFunction",
        PUT_FUNCTION_CONCURRENCY = "PutFunctionConcurrency",
    }
    ecs = "ecs" {
        DESCRIBE_CLUSTERS = "DescribeClusters",
        DESCRIBE_TASKS = "DescribeTasks",
        LIST_TASKS = "ListTasks",
        STOP_TASK = "StopTask",
    }
    iam = "iam" {
        PASS_ROLE = "PassRole",
    }
    secretsmanager = "secretsmanager" {
        GET_SECRET_VALUE = "GetSecretValue",
    }
    backup = "backup" {
        COPY_INTO_BACKUP_VAULT = "CopyIntoBackupVault",
        DESCRIBE_BACKUP_VAULT = "DescribeBackupVault",
    }
    rds = "rds" {
        ADD_TAGS_TO_RESOURCE = "AddTagsToResource",
        COPY_DB_CLUSTER_SNAPSHOT = "CopyDBClusterSnapshot",
        CREATE_DB_CLUSTER_SNAPSHOT = "CreateDBClusterSnapshot",
        CREATE_DB_INSTANCE = "CreateDBInstance",
        DELETE_DB_CLUSTER = "DeleteDBCluster",
        DELETE_DB_CLUSTER_SNAPSHOT = "DeleteDBClusterSnapshot",
        DELETE_DB_INSTANCE = "DeleteDBInstance",
        DESCRIBE_DB_CLUSTER_SNAPSHOTS = "DescribeDBClusterSnapshots",
        DESCRIBE_DB_CLUSTERS = "DescribeDBClusters",
        DESCRIBE_DB_INSTANCES = "DescribeDBInstances",
        ENABLE_HTTP_ENDPOINT = "EnableHttpEndpoint",
        FAILOVER_DB_CLUSTER = "FailoverDBCluster",
        LIST_TAGS_FOR_RESOURCE = "ListTagsForResource",
        RESTORE_DB_CLUSTER_TO_POINT_IN_TIME = "RestoreDBClusterToPointInTime",
    }
    rds_data = "rds-data" {
        EXECUTE_STATEMENT = "ExecuteStatement",
    }
    rds_db = "rds-db" {
        CONNECT = "connect",
    }
    sns = "sns" {
        PUBLISH = "Publish",
    }
    sqs = "sqs" {
        SEND_MESSAGE = "SendMessage",
    }
    cloudwatch = "cloudwatch" {
        GET_DASHBOARD = "GetDashboard",
        GET_METRIC_WIDGET_IMAGE = "GetMetricWidgetImage",
        PUT_METRIC_DATA = "PutMetricData",
    }
    events = "events" {
        PUT_EVENTS = "PutEvents",
    }
    ssm = "ssm" {
        GET_AUTOMATION_EXECUTION = "GetAutomationExecution",
        GET_PARAMETER = "GetParameter",
        GET_PARAMETERS = "GetParameters",
        GET_PARAMETERS_BY_PATH = "GetParametersByPath",
        START_AUTOMATION_EXECUTION = "StartAutomationExecution",
        STOP_AUTOMATION_EXECUTION = "StopAutomationExecution",
    }
    ssmmessages = "ssmmessages" {
        CREATE_CONTROL_CHANNEL = "CreateControlChannel",
        CREATE_DATA_CHANNEL = "CreateDataChannel",
        OPEN_CONTROL_CHANNEL = "OpenControlChannel",
        OPEN_DATA_CHANNEL = "OpenDataChannel",
    }
    states = "states" {
        START_EXECUTION = "StartExecution",
    }
    tag = "tag" {
        GET_RESOURCES = "GetResources",
    }
    xray = "xray" {
        GET_SAMPLING_RULES = "GetSamplingRules",
        GET_SAMPLING_TARGETS = "GetSamplingTargets",
        PUT_TELEMETRY_RECORDS = "PutTelemetryRecords",
        PUT_TRACE_SEGMENTS = "PutTraceSegments",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn parts() -> Vec<(&'static str, &'static str)> {
        ALL.iter().map(|action| action.name().split_once(':').unwrap()).collect()
    }

    #[test]
    fn every_action_is_one_action_of_one_service() {
        for (service, action) in parts() {
            assert!(
                service
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
            );
            let is_name =
                !action.is_empty() && action.bytes().all(|byte| byte.is_ascii_alphanumeric());
            assert!(is_name, "{service}:{action}");
        }
    }

    #[test]
    fn every_action_is_there_once() {
        assert_eq!(
            ALL.iter().map(|action| action.name()).collect::<BTreeSet<_>>().len(),
            ALL.len()
        );
    }

    #[test]
    fn the_actions_of_a_service_are_sorted() {
        for pair in parts().windows(2) {
            let ((service, action), (next_service, next)) = (pair[0], pair[1]);
            assert!(
                service != next_service || action < next,
                "{next_service}:{next} comes after {action}"
            );
        }
    }
}
