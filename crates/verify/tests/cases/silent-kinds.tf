# About forty zonal things that are in zone a only.
#: plan: fail:zone-*; zone:us-east-1a!=survives; zone:us-east-1a+us-east-1b!=survives

resource "aws_vpc" "v" { cidr_block = "10.0.0.0/16" }
resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.v.id
  cidr_block        = "10.0.1.0/24"
  availability_zone = "us-east-1a"
}
resource "aws_subnet" "b" {
  vpc_id            = aws_vpc.v.id
  cidr_block        = "10.0.2.0/24"
  availability_zone = "us-east-1b"
}
resource "aws_security_group" "s" {
  name   = "s"
  vpc_id = aws_vpc.v.id
}
resource "aws_iam_role" "r" {
  name               = "r"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" }, Condition = { StringEquals = { "aws:SourceAccount" = "123456789012" } } }] })
}
# compute
resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m6i.large"
  subnet_id     = aws_subnet.a.id
}
resource "aws_spot_fleet_request" "f" {
  iam_fleet_role  = aws_iam_role.r.arn
  target_capacity = 1
  launch_specification {
    ami           = "ami-0123456789abcdef0"
    instance_type = "m6i.large"
    subnet_id     = aws_subnet.a.id
  }
}
resource "aws_eks_cluster" "k" {
  name     = "k"
  role_arn = aws_iam_role.r.arn
  vpc_config { subnet_ids = [aws_subnet.a.id] }
}
resource "aws_eks_fargate_profile" "k" {
  cluster_name           = aws_eks_cluster.k.name
  fargate_profile_name   = "k"
  pod_execution_role_arn = aws_iam_role.r.arn
  subnet_ids             = [aws_subnet.a.id]
  selector { namespace = "default" }
}
resource "aws_batch_compute_environment" "b" {
  compute_environment_name = "b"
  type                     = "MANAGED"
  compute_resources {
    type               = "FARGATE"
    max_vcpus          = 4
    security_group_ids = [aws_security_group.s.id]
    subnets            = [aws_subnet.a.id]
  }
}
resource "aws_apprunner_vpc_connector" "c" {
  vpc_connector_name = "connector"
  subnets            = [aws_subnet.a.id]
  security_groups    = [aws_security_group.s.id]
}
resource "aws_elastic_beanstalk_environment" "e" {
  name                = "e"
  application         = "app"
  solution_stack_name = "64bit Amazon Linux 2023 v4.5.0 running Docker"
  setting {
    namespace = "aws:ec2:vpc"
    name      = "Subnets"
    value     = aws_subnet.a.id
  }
}
# network
resource "aws_apigatewayv2_vpc_link" "l" {
  name               = "l"
  security_group_ids = [aws_security_group.s.id]
  subnet_ids         = [aws_subnet.a.id]
}
resource "aws_ec2_transit_gateway" "t" {}
resource "aws_ec2_transit_gateway_vpc_attachment" "t" {
  subnet_ids         = [aws_subnet.a.id]
  transit_gateway_id = aws_ec2_transit_gateway.t.id
  vpc_id             = aws_vpc.v.id
}
resource "aws_networkfirewall_firewall" "f" {
  name                = "f"
  firewall_policy_arn = "arn:aws:network-firewall:us-east-1:123456789012:firewall-policy/p"
  vpc_id              = aws_vpc.v.id
  subnet_mapping { subnet_id = aws_subnet.a.id }
}
resource "aws_route53_resolver_endpoint" "r" {
  direction          = "OUTBOUND"
  security_group_ids = [aws_security_group.s.id]
  ip_address { subnet_id = aws_subnet.a.id }
  ip_address { subnet_id = aws_subnet.a.id }
}
resource "aws_vpc_endpoint" "gwlb" {
  vpc_id            = aws_vpc.v.id
  vpc_endpoint_type = "GatewayLoadBalancer"
  service_name      = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0"
  subnet_ids        = [aws_subnet.a.id]
}
resource "aws_ec2_client_vpn_network_association" "c" {
  client_vpn_endpoint_id = "cvpn-endpoint-0123456789abcdef0"
  subnet_id              = aws_subnet.a.id
}
resource "aws_transfer_server" "t" {
  endpoint_type = "VPC"
  endpoint_details {
    vpc_id     = aws_vpc.v.id
    subnet_ids = [aws_subnet.a.id]
  }
}
# data
resource "aws_db_subnet_group" "g" {
  name       = "g"
  subnet_ids = [aws_subnet.a.id, aws_subnet.b.id]
}
resource "aws_rds_cluster" "multi_az" {
  cluster_identifier          = "maz"
  engine                      = "postgres"
  engine_version              = "16.4"
  db_cluster_instance_class   = "db.r6gd.large"
  allocated_storage           = 100
  storage_type                = "io1"
  iops                        = 1000
  master_username             = "app"
  manage_master_user_password = true
  storage_encrypted           = true
  backup_retention_period     = 7
  skip_final_snapshot         = true
  db_subnet_group_name        = aws_db_subnet_group.g.name
}
resource "aws_elasticache_subnet_group" "g" {
  name       = "g"
  subnet_ids = [aws_subnet.a.id]
}
resource "aws_elasticache_cluster" "one" {
  cluster_id        = "one"
  engine            = "redis"
  node_type         = "cache.t4g.small"
  num_cache_nodes   = 1
  subnet_group_name = aws_elasticache_subnet_group.g.name
}
resource "aws_elasticache_replication_group" "one" {
  replication_group_id       = "rg"
  description                = "one shard, one replica, all subnets in one zone"
  node_type                  = "cache.t4g.small"
  num_cache_clusters         = 2
  automatic_failover_enabled = true
  multi_az_enabled           = true
  subnet_group_name          = aws_elasticache_subnet_group.g.name
  at_rest_encryption_enabled = true
  transit_encryption_enabled = true
}
resource "aws_elasticache_serverless_cache" "s" {
  engine     = "redis"
  name       = "s"
  subnet_ids = [aws_subnet.a.id]
}
resource "aws_memorydb_subnet_group" "g" {
  name       = "g"
  subnet_ids = [aws_subnet.a.id]
}
resource "aws_memorydb_cluster" "m" {
  acl_name               = "open-access"
  name                   = "m"
  node_type              = "db.t4g.small"
  num_shards             = 1
  num_replicas_per_shard = 0
  subnet_group_name      = aws_memorydb_subnet_group.g.id
}
resource "aws_dax_subnet_group" "g" {
  name       = "g"
  subnet_ids = [aws_subnet.a.id]
}
resource "aws_dax_cluster" "d" {
  cluster_name       = "d"
  iam_role_arn       = aws_iam_role.r.arn
  node_type          = "dax.r5.large"
  replication_factor = 1
  subnet_group_name  = aws_dax_subnet_group.g.name
}
resource "aws_docdb_cluster" "d" {
  cluster_identifier          = "d"
  master_username             = "app"
  manage_master_user_password = true
  db_subnet_group_name        = "g"
  storage_encrypted           = true
  skip_final_snapshot         = true
  backup_retention_period     = 7
}
resource "aws_docdb_cluster_instance" "d" {
  identifier         = "d0"
  cluster_identifier = aws_docdb_cluster.d.id
  instance_class     = "db.r6g.large"
  availability_zone  = "us-east-1a"
}
resource "aws_neptune_cluster" "n" {
  cluster_identifier      = "n"
  skip_final_snapshot     = true
  storage_encrypted       = true
  backup_retention_period = 7
}
resource "aws_neptune_cluster_instance" "n" {
  cluster_identifier = aws_neptune_cluster.n.id
  instance_class     = "db.r6g.large"
  availability_zone  = "us-east-1a"
}
resource "aws_opensearch_domain" "o" {
  domain_name = "search"
  cluster_config {
    instance_count         = 1
    instance_type          = "r6g.large.search"
    zone_awareness_enabled = false
  }
  vpc_options { subnet_ids = [aws_subnet.a.id] }
  encrypt_at_rest { enabled = true }
  node_to_node_encryption { enabled = true }
}
resource "aws_elasticsearch_domain" "e" {
  domain_name = "logs"
  cluster_config { instance_count = 1 }
  vpc_options { subnet_ids = [aws_subnet.a.id] }
}
resource "aws_msk_cluster" "m" {
  cluster_name           = "m"
  kafka_version          = "3.6.0"
  number_of_broker_nodes = 2
  broker_node_group_info {
    instance_type   = "kafka.m5.large"
    client_subnets  = [aws_subnet.a.id, aws_subnet.b.id]
    security_groups = [aws_security_group.s.id]
  }
}
resource "aws_msk_serverless_cluster" "m" {
  cluster_name = "ms"
  vpc_config { subnet_ids = [aws_subnet.a.id] }
  client_authentication {
    sasl {
      iam { enabled = true }
    }
  }
}
resource "aws_mq_broker" "q" {
  broker_name        = "q"
  engine_type        = "RabbitMQ"
  engine_version     = "3.13"
  host_instance_type = "mq.m5.large"
  deployment_mode    = "SINGLE_INSTANCE"
  security_groups    = [aws_security_group.s.id]
  subnet_ids         = [aws_subnet.a.id]
  user {
    username = "user1"
    password = "MindTheGap12345"
  }
}
resource "aws_efs_file_system" "zone" {
  availability_zone_name = "us-east-1a"
  encrypted              = true
}
resource "aws_efs_file_system" "regional" { encrypted = true }
resource "aws_efs_mount_target" "only_a" {
  file_system_id = aws_efs_file_system.regional.id
  subnet_id      = aws_subnet.a.id
}
resource "aws_fsx_lustre_file_system" "l" {
  storage_capacity = 1200
  subnet_ids       = [aws_subnet.a.id]
}
resource "aws_fsx_ontap_file_system" "o" {
  storage_capacity    = 1024
  subnet_ids          = [aws_subnet.a.id]
  preferred_subnet_id = aws_subnet.a.id
  deployment_type     = "SINGLE_AZ_1"
  throughput_capacity = 128
}
resource "aws_ebs_volume" "e" {
  availability_zone = "us-east-1a"
  size              = 10
  encrypted         = true
}
resource "aws_redshift_cluster" "r" {
  cluster_identifier     = "r"
  node_type              = "ra3.xlplus"
  number_of_nodes        = 2
  cluster_type           = "multi-node"
  master_username        = "app"
  manage_master_password = true
  encrypted              = true
  skip_final_snapshot    = true
}
resource "aws_dms_replication_instance" "d" {
  replication_instance_id    = "dms-1"
  replication_instance_class = "dms.t3.medium"
  multi_az                   = false
}
resource "aws_s3_directory_bucket" "x" {
  bucket = "x--use1-az4--x-s3"
  location { name = "use1-az4" }
}
resource "aws_cloudhsm_v2_cluster" "h" {
  hsm_type   = "hsm1.medium"
  subnet_ids = [aws_subnet.a.id]
}
resource "aws_cloudhsm_v2_hsm" "h" {
  cluster_id = aws_cloudhsm_v2_cluster.h.cluster_id
  subnet_id  = aws_subnet.a.id
}
resource "aws_directory_service_directory" "d" {
  name     = "corp.example.com"
  password = "SuperSecretPassw0rd"
  type     = "MicrosoftAD"
  vpc_settings {
    vpc_id     = aws_vpc.v.id
    subnet_ids = [aws_subnet.a.id, aws_subnet.b.id]
  }
}
resource "aws_mwaa_environment" "w" {
  dag_s3_path        = "dags/"
  execution_role_arn = aws_iam_role.r.arn
  name               = "w"
  network_configuration {
    security_group_ids = [aws_security_group.s.id]
    subnet_ids         = [aws_subnet.a.id, aws_subnet.b.id]
  }
  source_bucket_arn = "arn:aws:s3:::x"
}
resource "aws_sagemaker_endpoint_configuration" "s" {
  name = "s"
  production_variants {
    model_name             = "m"
    initial_instance_count = 1
    instance_type          = "ml.m5.large"
  }
}
resource "aws_emr_cluster" "e" {
  name          = "e"
  release_label = "emr-7.0.0"
  service_role  = aws_iam_role.r.arn
  ec2_attributes {
    subnet_id        = aws_subnet.a.id
    instance_profile = "p"
  }
  master_instance_group { instance_type = "m5.xlarge" }
}
resource "aws_globalaccelerator_accelerator" "g" { name = "g" }
resource "aws_kinesisanalyticsv2_application" "k" {
  name                   = "k"
  runtime_environment    = "FLINK-1_19"
  service_execution_role = aws_iam_role.r.arn
  application_configuration {
    vpc_configuration {
      security_group_ids = [aws_security_group.s.id]
      subnet_ids         = [aws_subnet.a.id]
    }
    application_code_configuration { code_content_type = "PLAINTEXT" }
  }
}
