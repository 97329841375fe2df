# Mappings, and subnet groups of one id.
#: plan: fail:zone-load-balancer-spans@aws_lb.l; fail:zone-*@aws_elasticache_replication_group.c; fail|open:zone-database-subnets; fail:zone-*@aws_autoscaling_group.g; zone:us-east-1a!=survives

variable "subnet_ids" { default = ["subnet-0aaaaaaaaaaaaaaaa", "subnet-0bbbbbbbbbbbbbbbb", "subnet-0cccccccccccccccc"] }

resource "aws_lb" "l" {
  load_balancer_type = "network"
  subnet_mapping { subnet_id = var.subnet_ids[1] }
}
resource "aws_elasticache_subnet_group" "g" {
  name       = "g"
  subnet_ids = ["subnet-0aaaaaaaaaaaaaaaa"]
}
resource "aws_elasticache_replication_group" "c" {
  replication_group_id       = "c"
  description                = "c"
  node_type                  = "cache.t4g.small"
  num_cache_clusters         = 2
  automatic_failover_enabled = true
  multi_az_enabled           = true
  subnet_group_name          = aws_elasticache_subnet_group.g.name
}
resource "aws_db_subnet_group" "g" { subnet_ids = ["subnet-0aaaaaaaaaaaaaaaa"] }
resource "aws_autoscaling_group" "g" {
  min_size            = 3
  max_size            = 3
  vpc_zone_identifier = ["subnet-0aaaaaaaaaaaaaaaa"]
  launch_template { id = "lt-0123456789abcdef0" }
}
