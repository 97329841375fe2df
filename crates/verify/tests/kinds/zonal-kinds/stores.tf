# Stores that are not modelled, each by name.
#: plan: zone:us-east-1a!=survives; open:zone-nothing-lost@aws_docdb_cluster; open:zone-nothing-lost@aws_memorydb_cluster; open:zone-nothing-lost@aws_redshift_cluster; open:zone-nothing-lost@aws_neptune_cluster; open:zone-nothing-lost@aws_fsx_lustre

locals { one = [aws_subnet.main["a"].id] }
resource "aws_docdb_subnet_group" "g" { subnet_ids = local.one }
resource "aws_docdb_cluster" "d" {
  db_subnet_group_name        = aws_docdb_subnet_group.g.name
  master_username             = "app"
  manage_master_user_password = true
  skip_final_snapshot         = true
}
resource "aws_docdb_cluster_instance" "d" {
  count              = 1
  cluster_identifier = aws_docdb_cluster.d.id
  instance_class     = "db.r6g.large"
}
resource "aws_neptune_cluster" "n" { skip_final_snapshot = true }
resource "aws_memorydb_subnet_group" "g" { subnet_ids = local.one }
resource "aws_memorydb_cluster" "m" {
  acl_name          = "open-access"
  node_type         = "db.t4g.small"
  subnet_group_name = aws_memorydb_subnet_group.g.name
}
resource "aws_redshift_cluster" "r" {
  cluster_identifier     = "r"
  node_type              = "ra3.xlplus"
  master_username        = "app"
  manage_master_password = true
  availability_zone      = "us-east-1a"
  skip_final_snapshot    = true
}
resource "aws_fsx_lustre_file_system" "f" {
  storage_capacity = 1200
  subnet_ids       = local.one
}
