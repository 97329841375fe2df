"""What both stacks repeat, and how often: taken from what `paytf gen` writes in its production profile."""

SUFFIX = "staging"
REGION = "us-east-1"
ACCOUNT = "123456789012"
ZONES = ["us-east-1a", "us-east-1b", "us-east-1c"]
CERTIFICATE_ARN = f"arn:aws:acm:{REGION}:{ACCOUNT}:certificate/00000000-0000-0000-0000-000000000000"

INTERFACE_ENDPOINTS = ["ecr.api", "ecr.dkr", "logs", "lambda"]
SECURITY_GROUPS = ["load-balancer", "application", "proxy", "database", "validation", "endpoints"]
# Rules of each network ACL: 41 in all.
NACL_RULES = {"public": 13, "app": 16, "data": 12}
# 91 alarms over the namespaces that paytf's watch.
METRIC_ALARMS = [
    (namespace, f"{metric}{number}")
    for namespace, metric, count in [
        ("AWS/ApplicationELB", "UnHealthyHostCount", 35),
        ("AWS/RDS", "AuroraReplicaLag", 21),
        ("AWS/Events", "FailedInvocations", 9),
        ("AWS/NATGateway", "ErrorPortAllocation", 6),
        ("AWS/Lambda", "Errors", 5),
        ("ECS/ContainerInsights", "RunningTaskCount", 5),
        ("AWS/SQS", "ApproximateNumberOfMessagesVisible", 2),
        ("AWS/SNS", "NumberOfNotificationsFailed", 2),
        ("AWS/CertificateManager", "DaysToExpiry", 2),
        ("PaymentRPO", "Seconds", 2),
        ("AWS/States", "ExecutionsFailed", 1),
        ("AWS/WAFV2", "BlockedRequests", 1),
    ]
    for number in range(count)
]
COMPOSITE_ALARMS = 7
EVENT_SOURCES = ["aws.rds", "aws.ecs", "aws.health", "aws.lambda", "aws.backup", "aws.fis", "aws.states", "aws.acm"]
PORT = 8443
