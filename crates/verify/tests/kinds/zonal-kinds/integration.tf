# Services that are not modelled.
#: plan: zone:us-east-1a!=survives; open:zone-nothing-lost@aws_dms_replication_instance; open:zone-nothing-lost@aws_mwaa_environment; open:zone-nothing-lost@aws_transfer_server; open:zone-nothing-lost@aws_directory_service_directory; open:zone-nothing-lost@aws_emr_cluster

resource "aws_dms_replication_instance" "d" {
  replication_instance_id    = "dms-d"
  replication_instance_class = "dms.t3.medium"
  availability_zone          = "us-east-1a"
}
resource "aws_mwaa_environment" "m" {
  name               = "m"
  dag_s3_path        = "dags/"
  execution_role_arn = "arn:aws:iam::123456789012:role/m"
  source_bucket_arn  = "arn:aws:s3:::m-123456789012"
  network_configuration {
    security_group_ids = ["sg-0123456789abcdef0"]
    subnet_ids         = [aws_subnet.main["a"].id, aws_subnet.main["b"].id]
  }
}
resource "aws_transfer_server" "t" {
  endpoint_type = "VPC"
  endpoint_details {
    vpc_id     = aws_vpc.main.id
    subnet_ids = [aws_subnet.main["a"].id]
  }
}
resource "aws_directory_service_directory" "d" {
  name     = "corp.example.com"
  password = "not-a-real-one-1"
  type     = "SimpleAD"
  size     = "Small"
  vpc_settings {
    vpc_id     = aws_vpc.main.id
    subnet_ids = [aws_subnet.main["a"].id, aws_subnet.main["b"].id]
  }
}
resource "aws_emr_cluster" "e" {
  name          = "e"
  release_label = "emr-7.5.0"
  service_role  = "arn:aws:iam::123456789012:role/e"
  ec2_attributes {
    subnet_id        = aws_subnet.main["a"].id
    instance_profile = "arn:aws:iam::123456789012:instance-profile/e"
  }
  master_instance_group { instance_type = "m5.xlarge" }
}
