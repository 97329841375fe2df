variable "instances" { type = any }
resource "aws_rds_cluster" "this" {
  count                       = 1
  engine                      = "aurora-mysql"
  master_username             = "app"
  manage_master_user_password = true
  skip_final_snapshot         = true
}
resource "aws_rds_cluster_instance" "this" {
  for_each           = { for k, v in var.instances : k => v }
  cluster_identifier = aws_rds_cluster.this[0].id
  engine             = "aurora-mysql"
  instance_class     = try(each.value.instance_class, "db.r6g.large")
  availability_zone  = try(each.value.availability_zone, null)
}
