resource "aws_rds_cluster" "payments" {
  cluster_identifier = "payments"
  engine             = "aurora-postgresql"
}

resource "aws_rds_cluster_instance" "a" {
  cluster_identifier = aws_rds_cluster.payments.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r7g.large"
  availability_zone  = "us-east-1a"
}

resource "aws_rds_cluster_instance" "b" {
  cluster_identifier = aws_rds_cluster.payments.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r7g.large"
  availability_zone  = "us-east-1b"
}

resource "aws_db_instance" "orders" {
  engine            = "postgres"
  instance_class    = "db.r7g.large"
  allocated_storage = 100
  multi_az          = true
}

resource "aws_rds_cluster" "loop" {
  engine = "aurora-postgresql"
}

resource "aws_rds_cluster_instance" "loop" {
  for_each           = toset(["us-east-1a", "us-east-1b", "us-east-1c"])
  cluster_identifier = aws_rds_cluster.loop.id
  engine             = aws_rds_cluster.loop.engine
  instance_class     = "db.serverless"
  availability_zone  = each.key
}
