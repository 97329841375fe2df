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

resource "aws_rds_cluster" "together" {
  cluster_identifier = "together"
  engine             = "aurora-postgresql"
}

resource "aws_rds_cluster_instance" "together_1" {
  cluster_identifier = aws_rds_cluster.together.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r7g.large"
  availability_zone  = "us-east-1a"
}

resource "aws_rds_cluster_instance" "together_2" {
  cluster_identifier = aws_rds_cluster.together.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r7g.large"
  availability_zone  = "us-east-1a"
}

resource "aws_rds_cluster" "anywhere" {
  cluster_identifier = "anywhere"
  engine             = "aurora-postgresql"
}

resource "aws_rds_cluster_instance" "anywhere_1" {
  cluster_identifier = aws_rds_cluster.anywhere.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r7g.large"
}

resource "aws_rds_cluster_instance" "anywhere_2" {
  cluster_identifier = aws_rds_cluster.anywhere.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r7g.large"
}

resource "aws_db_instance" "orders" {
  engine            = "postgres"
  instance_class    = "db.r7g.large"
  allocated_storage = 100
}
