variable "zones" {
  type    = list(string)
  default = ["us-east-1a", "us-east-1b", "us-east-1c"]
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "app" {
  count             = 3
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 4, count.index)
  availability_zone = var.zones[count.index]
}

resource "aws_db_subnet_group" "main" {
  subnet_ids = [aws_subnet.app[0].id, aws_subnet.app[1].id]
}

resource "aws_db_subnet_group" "single" {
  subnet_ids = [aws_subnet.app[0].id]
}

resource "aws_rds_cluster" "payments" {
  cluster_identifier   = "payments"
  engine               = "aurora-postgresql"
  db_subnet_group_name = aws_db_subnet_group.main.name
}

resource "aws_rds_cluster_instance" "a" {
  cluster_identifier = aws_rds_cluster.payments.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r7g.large"
  availability_zone  = "us-east-1a"
}

resource "aws_rds_cluster_instance" "c" {
  cluster_identifier = aws_rds_cluster.payments.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r7g.large"
  availability_zone  = "us-east-1c"
}
