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
