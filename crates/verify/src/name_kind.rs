//! The kinds of names, and what AWS allows in each.

/// Longest value of a tag: resources without a name of their own are known by their `Name` tag.
/// Source: AWS Tagging Best Practices, "Tag naming limits and requirements".
const TAG_VALUE: usize = 256;

macro_rules! kinds {
    ($($(#[$doc:meta])+ $kind:ident = $prefix:literal, $max_length:expr;)+) => {
        /// A type of AWS resource that is named. Each limit is the one in the API reference of its
        /// service.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum NameKind { $($(#[$doc])+ $kind,)+ }

        impl NameKind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$kind,)+];

            /// What a name of this kind starts with, without the hyphen after it.
            pub const fn prefix(self) -> &'static str {
                match self { $(Self::$kind => $prefix,)+ }
            }

            /// The longest name AWS accepts, in characters.
            pub const fn max_length(self) -> usize {
                match self { $(Self::$kind => $max_length,)+ }
            }
        }
    };
}

kinds! {
    /// VPC.
    Vpc = "vpc", TAG_VALUE;
    /// Subnet.
    Subnet = "subnet", TAG_VALUE;
    /// Internet gateway.
    InternetGateway = "igw", TAG_VALUE;
    /// NAT gateway.
    NatGateway = "nat", TAG_VALUE;
    /// Elastic IP address.
    ElasticIp = "eip", TAG_VALUE;
    /// Route table.
    RouteTable = "rtb", TAG_VALUE;
    /// Network ACL.
    NetworkAcl = "nacl", TAG_VALUE;
    /// Security group; EC2 `CreateSecurityGroup`: at most 255, and the name may not start with
    /// `sg-`.
    SecurityGroup = "security-group", 255;
    /// Security group rule.
    SecurityGroupRule = "security-group-rule", TAG_VALUE;
    /// VPC endpoint.
    VpcEndpoint = "vpce", TAG_VALUE;
    /// VPC flow log.
    FlowLog = "flow-log", TAG_VALUE;

    /// RDS `CreateDBSubnetGroup`: at most 255, not `default`.
    DbSubnetGroup = "db-subnet-group", 255;
    /// RDS `CreateDBCluster`: at most 63, no double or trailing hyphen, a letter first.
    AuroraCluster = "aurora-cluster", 63;
    /// RDS `CreateDBInstance`: at most 63, no double or trailing hyphen, a letter first.
    AuroraInstance = "aurora-instance", 63;
    /// RDS `CreateDBClusterParameterGroup`: at most 255.
    ClusterParameterGroup = "cluster-parameter-group", 255;
    /// RDS `CreateDBParameterGroup`: at most 255.
    InstanceParameterGroup = "instance-parameter-group", 255;
    /// RDS `CreateDBProxy`: at most 63.
    RdsProxy = "rds-proxy", 63;
    /// RDS `CreateDBProxyEndpoint`: at most 63.
    RdsProxyEndpoint = "rds-proxy-endpoint", 63;
    /// RDS `CreateEventSubscription`: less than 255.
    DbEventSubscription = "db-event-subscription", 254;

    /// ELB `CreateLoadBalancer`: at most 32, may not start with `internal-`.
    Alb = "alb", 32;
    /// ELB `CreateTargetGroup`: at most 32.
    TargetGroup = "tg", 32;
    /// Certificate of the payment domain.
    Certificate = "certificate", TAG_VALUE;
    /// Health check of Route 53.
    HealthCheck = "health-check", TAG_VALUE;
    /// Listener of a load balancer.
    Listener = "listener", TAG_VALUE;
    /// ECS `CreateCluster`: at most 255.
    EcsCluster = "ecs-cluster", 255;
    /// ECS `CreateService`: at most 255.
    EcsService = "ecs-service", 255;
    /// ECS `RegisterTaskDefinition`, `family`: at most 255.
    TaskDefinition = "ecs-task", 255;
    /// ECR `CreateRepository`: at most 256, lower case.
    EcrRepository = "ecr", 256;
    /// Application Auto Scaling `PutScalingPolicy`: at most 256.
    ScalingPolicy = "scaling-policy", 256;
    /// WAF `CreateWebACL`: at most 128.
    WebAcl = "waf", 128;
    /// WAF `CreateIPSet`: at most 128.
    WafIpSet = "waf-ip-set", 128;
    /// Log group of a web ACL; AWS WAF, "Logging destinations": starts with `aws-waf-logs-`.
    WafLogGroup = "aws-waf-logs", 512;

    /// Lambda `CreateFunction`: at most 64.
    LambdaFunction = "lambda", 64;
    /// SQS `CreateQueue`: at most 80.
    SqsQueue = "sqs", 80;
    /// SNS `CreateTopic`: at most 256.
    SnsTopic = "sns", 256;
    /// S3 "General purpose bucket naming rules": at most 63, lower case, unique over all accounts.
    S3Bucket = "s3", 63;
    /// KMS key.
    KmsKey = "kms", TAG_VALUE;
    /// KMS `CreateAlias`: at most 256, starts with `alias/`, not with `alias/aws/`.
    KmsAlias = "alias/kms", 256;
    /// Secrets Manager `CreateSecret`: at most 512. A name may end in a hyphen and six characters,
    /// which looks like the random end of an ARN, so a secret is always referred to by its whole
    /// ARN.
    Secret = "secret", 512;
    /// Systems Manager `PutParameter`: at most 1011.
    SsmParameter = "ssm-parameter", 1011;

    /// CloudWatch Logs `CreateLogGroup`: at most 512.
    LogGroup = "logs", 512;
    /// CloudWatch Logs `PutMetricFilter`: at most 512.
    MetricFilter = "metric-filter", 512;
    /// CloudWatch Logs `PutQueryDefinition`: at most 255.
    QueryDefinition = "query-definition", 255;
    /// CloudWatch `PutMetricAlarm`: at most 255.
    CloudWatchAlarm = "alarm", 255;
    /// CloudWatch `PutCompositeAlarm`: at most 255.
    CompositeAlarm = "composite-alarm", 255;
    /// CloudWatch `PutDashboard`: at most 255 letters, digits, `-` and `_`.
    Dashboard = "dashboard", 255;
    /// EventBridge `PutRule`: at most 64.
    EventRule = "event-rule", 64;
    /// EventBridge Scheduler `CreateSchedule`: at most 64.
    Schedule = "schedule", 64;

    /// IAM `CreateRole`: at most 64.
    IamRole = "iam-role", 64;
    /// IAM `CreatePolicy`: at most 128.
    IamPolicy = "iam-policy", 128;

    /// AWS Backup `CreateBackupVault`: 2 to 50.
    BackupVault = "backup-vault", 50;
    /// AWS Backup `CreateBackupPlan`: at most 50.
    BackupPlan = "backup-plan", 50;
    /// AWS Backup `CreateBackupSelection`: at most 50.
    BackupSelection = "backup-selection", 50;
    /// CloudTrail `CreateTrail`: 3 to 128.
    Trail = "trail", 128;
    /// Step Functions `CreateStateMachine`: at most 80.
    StateMachine = "state-machine", 80;
    /// Systems Manager `CreateDocument`: at most 128, not `aws`, `amazon` or `amzn` first.
    SsmDocument = "ssm-document", 128;
    /// Experiment template of the Fault Injection Service.
    FisTemplate = "fis", TAG_VALUE;
}

impl NameKind {
    /// Whether the name is shared by all accounts, so that the account id goes before the suffix.
    pub const fn carries_account_id(self) -> bool {
        matches!(self, Self::S3Bucket)
    }
}
