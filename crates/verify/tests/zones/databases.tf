# RDS: a standby, none, a read replica, a Multi-AZ cluster; Aurora: one instance, two, none in this plan.
resource "aws_db_subnet_group" "all" {
  name       = "all"
  subnet_ids = [aws_subnet.main["a"].id, aws_subnet.main["b"].id, aws_subnet.main["c"].id]
}

resource "aws_db_subnet_group" "two" {
  name       = "two"
  subnet_ids = [aws_subnet.main["a"].id, aws_subnet.main["b"].id]
}


resource "aws_db_instance" "multi_az" {
  identifier                  = "multi-az"
  allocated_storage           = 20
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  username                    = "app"
  manage_master_user_password = true
  multi_az                    = true
  db_subnet_group_name        = aws_db_subnet_group.all.name
}

resource "aws_db_instance" "pinned" {
  identifier                  = "pinned"
  allocated_storage           = 20
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  username                    = "app"
  manage_master_user_password = true
  availability_zone           = "us-east-1a"
  db_subnet_group_name        = aws_db_subnet_group.all.name
}

resource "aws_db_instance" "anywhere" {
  identifier                  = "anywhere"
  allocated_storage           = 20
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  username                    = "app"
  manage_master_user_password = true
  db_subnet_group_name        = aws_db_subnet_group.all.name
}

resource "aws_db_instance" "replica" {
  identifier          = "replica"
  instance_class      = "db.t4g.medium"
  replicate_source_db = aws_db_instance.multi_az.identifier
  availability_zone   = "us-east-1c"
}

resource "aws_rds_cluster" "multi_az" {
  cluster_identifier          = "multi-az"
  engine                      = "postgres"
  db_cluster_instance_class   = "db.m6gd.large"
  allocated_storage           = 100
  storage_type                = "io1"
  iops                        = 1000
  master_username             = "app"
  manage_master_user_password = true
  db_subnet_group_name        = aws_db_subnet_group.all.name
}

resource "aws_rds_cluster" "multi_az_of_two" {
  cluster_identifier          = "multi-az-of-two"
  engine                      = "postgres"
  db_cluster_instance_class   = "db.m6gd.large"
  allocated_storage           = 100
  storage_type                = "io1"
  iops                        = 1000
  master_username             = "app"
  manage_master_user_password = true
  db_subnet_group_name        = aws_db_subnet_group.two.name
}

resource "aws_rds_cluster" "aurora" {
  for_each                    = toset(["two", "one", "anywhere", "none"])
  cluster_identifier          = each.key
  engine                      = "aurora-postgresql"
  master_username             = "app"
  manage_master_user_password = true
  db_subnet_group_name        = aws_db_subnet_group.all.name
}

resource "aws_rds_cluster_instance" "two" {
  for_each           = { a = "us-east-1a", b = "us-east-1b" }
  cluster_identifier = aws_rds_cluster.aurora["two"].cluster_identifier
  engine             = "aurora-postgresql"
  instance_class     = "db.r7g.large"
  availability_zone  = each.value
}

resource "aws_rds_cluster_instance" "one" {
  cluster_identifier = aws_rds_cluster.aurora["one"].cluster_identifier
  engine             = "aurora-postgresql"
  instance_class     = "db.r7g.large"
  availability_zone  = "us-east-1b"
}

resource "aws_rds_cluster_instance" "anywhere" {
  cluster_identifier = aws_rds_cluster.aurora["anywhere"].cluster_identifier
  engine             = "aurora-postgresql"
  instance_class     = "db.r7g.large"
}

resource "aws_db_proxy" "one_subnet" {
  name           = "one"
  engine_family  = "POSTGRESQL"
  role_arn       = "arn:aws:iam::123456789012:role/proxy"
  vpc_subnet_ids = [aws_subnet.main["a"].id]

  auth {
    secret_arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:app"
  }
}
