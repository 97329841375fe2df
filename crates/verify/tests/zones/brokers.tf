# Brokers and search: one instance, no awareness of zones, one subnet, and those that go on.
resource "aws_mq_broker" "single" {
  broker_name        = "single"
  engine_type        = "RabbitMQ"
  engine_version     = "3.13"
  host_instance_type = "mq.m5.large"
  subnet_ids         = [aws_subnet.main["a"].id]

  user {
    username = "app"
    password = "not-a-real-password"
  }
}

resource "aws_mq_broker" "standby" {
  broker_name        = "standby"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  deployment_mode    = "ACTIVE_STANDBY_MULTI_AZ"
  host_instance_type = "mq.m5.large"
  subnet_ids         = [aws_subnet.main["a"].id, aws_subnet.main["b"].id]

  user {
    username = "app"
    password = "not-a-real-password"
  }
}

resource "aws_mq_broker" "anywhere" {
  broker_name        = "anywhere"
  engine_type        = "RabbitMQ"
  engine_version     = "3.13"
  host_instance_type = "mq.m5.large"

  user {
    username = "app"
    password = "not-a-real-password"
  }
}

resource "aws_msk_cluster" "three" {
  cluster_name           = "three"
  kafka_version          = "3.6.0"
  number_of_broker_nodes = 3

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = [aws_subnet.main["a"].id, aws_subnet.main["b"].id, aws_subnet.main["c"].id]
    security_groups = ["sg-0123456789abcdef0"]
  }
}

resource "aws_msk_cluster" "own_configuration" {
  cluster_name           = "own"
  kafka_version          = "3.6.0"
  number_of_broker_nodes = 3

  configuration_info {
    arn      = "arn:aws:kafka:us-east-1:123456789012:configuration/own/1"
    revision = 1
  }

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = [aws_subnet.main["a"].id, aws_subnet.main["b"].id, aws_subnet.main["c"].id]
    security_groups = ["sg-0123456789abcdef0"]
  }
}

resource "aws_msk_cluster" "one_zone" {
  cluster_name           = "one"
  kafka_version          = "3.6.0"
  number_of_broker_nodes = 2

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = [aws_subnet.main["c"].id]
    security_groups = ["sg-0123456789abcdef0"]
  }
}

resource "aws_opensearch_domain" "one_node" {
  domain_name = "one-node"

  cluster_config {
    instance_type = "r7g.large.search"
  }

  vpc_options {
    subnet_ids = [aws_subnet.main["a"].id]
  }
}

resource "aws_opensearch_domain" "unaware" {
  domain_name = "unaware"

  cluster_config {
    instance_type  = "r7g.large.search"
    instance_count = 3
  }
}

resource "aws_opensearch_domain" "three_zones" {
  domain_name = "three-zones"

  cluster_config {
    instance_type          = "r7g.large.search"
    instance_count         = 3
    zone_awareness_enabled = true

    zone_awareness_config {
      availability_zone_count = 3
    }
  }

  vpc_options {
    subnet_ids = [aws_subnet.main["a"].id, aws_subnet.main["b"].id, aws_subnet.main["c"].id]
  }
}

resource "aws_opensearch_domain" "two_zones" {
  domain_name = "two-zones"

  cluster_config {
    instance_type          = "r7g.large.search"
    instance_count         = 2
    zone_awareness_enabled = true
  }

  vpc_options {
    subnet_ids = [aws_subnet.main["a"].id, aws_subnet.main["b"].id]
  }
}
