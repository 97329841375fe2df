# What is in zones and not modelled, and what has a part in each of its subnets.
resource "aws_efs_file_system" "one_zone" {
  availability_zone_name = "us-east-1a"
}

resource "aws_efs_file_system" "mounted_once" {
  encrypted = true
}

resource "aws_efs_mount_target" "once" {
  file_system_id = aws_efs_file_system.mounted_once.id
  subnet_id      = aws_subnet.main["b"].id
}

resource "aws_efs_file_system" "mounted" {
  encrypted = true
}

resource "aws_efs_mount_target" "each" {
  for_each       = aws_subnet.main
  file_system_id = aws_efs_file_system.mounted.id
  subnet_id      = each.value.id
}

resource "aws_elb" "by_zone" {
  availability_zones = ["us-east-1a"]

  listener {
    instance_port     = 80
    instance_protocol = "http"
    lb_port           = 80
    lb_protocol       = "http"
  }
}

resource "aws_elb" "by_subnets" {
  subnets = [aws_subnet.main["a"].id, aws_subnet.main["b"].id, aws_subnet.main["c"].id]

  listener {
    instance_port     = 80
    instance_protocol = "http"
    lb_port           = 80
    lb_protocol       = "http"
  }
}

resource "aws_lb" "mapped" {
  name               = "mapped"
  load_balancer_type = "network"

  subnet_mapping {
    subnet_id = aws_subnet.main["c"].id
  }
}

resource "aws_apigatewayv2_vpc_link" "main" {
  name               = "main"
  security_group_ids = []
  subnet_ids         = [aws_subnet.main["a"].id]
}

resource "aws_vpc_endpoint" "associated" {
  vpc_id            = aws_vpc.main.id
  vpc_endpoint_type = "Interface"
  service_name      = "com.amazonaws.us-east-1.sqs"
}

resource "aws_vpc_endpoint_subnet_association" "associated" {
  vpc_endpoint_id = aws_vpc_endpoint.associated.id
  subnet_id       = aws_subnet.main["b"].id
}

resource "aws_fsx_lustre_file_system" "main" {
  storage_capacity = 1200
  subnet_ids       = [aws_subnet.main["a"].id]
}

resource "aws_memorydb_subnet_group" "main" {
  subnet_ids = [aws_subnet.main["a"].id, aws_subnet.main["b"].id]
}

resource "aws_memorydb_cluster" "main" {
  acl_name          = "open-access"
  node_type         = "db.t4g.small"
  subnet_group_name = aws_memorydb_subnet_group.main.id
}

resource "aws_transfer_server" "public" {
}

resource "aws_transfer_server" "vpc" {
  endpoint_type = "VPC"

  endpoint_details {
    vpc_id     = aws_vpc.main.id
    subnet_ids = [aws_subnet.main["a"].id]
  }
}

resource "aws_redshift_cluster" "main" {
  cluster_identifier     = "main"
  node_type              = "ra3.xlplus"
  master_username        = "app"
  manage_master_password = true
}
