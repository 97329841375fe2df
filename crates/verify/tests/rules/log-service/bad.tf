resource "aws_eks_cluster" "no_audit" {
  name                      = "no-audit"
  role_arn                  = "arn:aws:iam::123456789012:role/cluster"
  enabled_cluster_log_types = ["api"]
  vpc_config {
    subnet_ids = ["subnet-0aaa1110aaa1110aa", "subnet-0bbb1110bbb1110bb"]
  }
}

resource "aws_neptune_cluster" "graph" {
  cluster_identifier = "graph"
}

resource "aws_opensearch_domain" "search" {
  domain_name = "search"
  log_publishing_options {
    log_type                 = "ES_APPLICATION_LOGS"
    cloudwatch_log_group_arn = "arn:aws:logs:us-east-1:123456789012:log-group:search"
  }
}

resource "aws_apigatewayv2_stage" "live" {
  api_id = "a1b2c3d4e5"
  name   = "live"
}

resource "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_elb" "classic" {
  name    = "classic"
  subnets = ["subnet-0aaa1110aaa1110aa", "subnet-0bbb1110bbb1110bb"]
  listener {
    instance_port     = 8443
    instance_protocol = "ssl"
    lb_port           = 443
    lb_protocol       = "ssl"
  }
}

resource "aws_datasync_task" "d" {
  source_location_arn      = "arn:aws:datasync:us-east-1:123456789012:location/loc-0123456789abcdef0"
  destination_location_arn = "arn:aws:datasync:us-east-1:123456789012:location/loc-0123456789abcdef1"
}

resource "aws_dms_replication_task" "d" {
  replication_task_id       = "copy"
  migration_type            = "cdc"
  replication_instance_arn  = "arn:aws:dms:us-east-1:123456789012:rep:R"
  source_endpoint_arn       = "arn:aws:dms:us-east-1:123456789012:endpoint:S"
  target_endpoint_arn       = "arn:aws:dms:us-east-1:123456789012:endpoint:T"
  table_mappings            = "{}"
  replication_task_settings = jsonencode({ Logging = { EnableLogging = false } })
}

resource "aws_redshiftserverless_namespace" "r" {
  namespace_name = "r"
  log_exports    = ["useractivitylog"]
}

resource "aws_appsync_graphql_api" "silent" {
  name                = "silent"
  authentication_type = "AWS_IAM"
  log_config {
    cloudwatch_logs_role_arn = "arn:aws:iam::123456789012:role/logs"
    field_log_level          = "NONE"
  }
}
