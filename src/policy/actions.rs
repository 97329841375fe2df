//! The only place where an IAM action is spelt. An action not in this table cannot be granted.
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
        CREATE_LOG_GROUP = "CreateLogGroup",
        CREATE_LOG_STREAM = "CreateLogStream",
        DESCRIBE_LOG_GROUPS = "DescribeLogGroups",
        DESCRIBE_LOG_STREAMS = "DescribeLogStreams",
        GET_LOG_EVENTS = "GetLogEvents",
        PUT_LOG_EVENTS = "PutLogEvents",
        PUT_RETENTION_POLICY = "PutRetentionPolicy",
    }
    ec2 = "ec2" {
        ASSIGN_PRIVATE_IP_ADDRESSES = "AssignPrivateIpAddresses",
        CREATE_NETWORK_INTERFACE = "CreateNetworkInterface",
        DELETE_NETWORK_INTERFACE = "DeleteNetworkInterface",
        DESCRIBE_NETWORK_INTERFACES = "DescribeNetworkInterfaces",
        DESCRIBE_SUBNETS = "DescribeSubnets",
        UNASSIGN_PRIVATE_IP_ADDRESSES = "UnassignPrivateIpAddresses",
    }
    ecr = "ecr" {
        BATCH_CHECK_LAYER_AVAILABILITY = "BatchCheckLayerAvailability",
        BATCH_GET_IMAGE = "BatchGetImage",
        GET_AUTHORIZATION_TOKEN = "GetAuthorizationToken",
        GET_DOWNLOAD_URL_FOR_LAYER = "GetDownloadUrlForLayer",
    }
    lambda = "lambda" {
        INVOKE_FUNCTION = "InvokeFunction",
    }
    secretsmanager = "secretsmanager" {
        GET_SECRET_VALUE = "GetSecretValue",
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
        PUT_METRIC_DATA = "PutMetricData",
    }
    events = "events" {
        PUT_EVENTS = "PutEvents",
    }
    ssm = "ssm" {
        GET_PARAMETER = "GetParameter",
        GET_PARAMETERS = "GetParameters",
        GET_PARAMETERS_BY_PATH = "GetParametersByPath",
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
    xray = "xray" {
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
            assert!(service.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'));
            let is_name = !action.is_empty() && action.bytes().all(|byte| byte.is_ascii_alphanumeric());
            assert!(is_name, "{service}:{action}");
        }
    }

    #[test]
    fn every_action_stands_once() {
        assert_eq!(ALL.iter().map(|action| action.name()).collect::<BTreeSet<_>>().len(), ALL.len());
    }

    #[test]
    fn the_actions_of_a_service_are_sorted() {
        for pair in parts().windows(2) {
            let ((service, action), (next_service, next)) = (pair[0], pair[1]);
            assert!(service != next_service || action < next, "{next_service}:{next} stands after {action}");
        }
    }
}
