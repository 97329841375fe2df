# One subnet id is one zone, whatever it is.
#: plan: fail:zone-service-spans

variable "subnet_ids" { default = ["subnet-0aaa", "subnet-0bbb", "subnet-0ccc"] }
variable "vpc_id" { default = "vpc-0123" }
resource "aws_lb" "x" {
  name    = "x"
  subnets = var.subnet_ids
}
resource "aws_ecs_cluster" "c" { name = "c" }
resource "aws_ecs_task_definition" "t" {
  family                   = "t"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  container_definitions    = jsonencode([{ name = "a", image = "x" }])
}
resource "aws_ecs_service" "s" {
  name            = "s"
  cluster         = aws_ecs_cluster.c.id
  task_definition = aws_ecs_task_definition.t.arn
  launch_type     = "FARGATE"
  desired_count   = 3
  network_configuration {
    subnets = ["subnet-0aaa"]
  }
}
resource "aws_db_subnet_group" "g" {
  name       = "g"
  subnet_ids = var.subnet_ids
}
resource "aws_rds_cluster" "c" {
  cluster_identifier          = "c"
  engine                      = "aurora-postgresql"
  master_username             = "payadmin"
  manage_master_user_password = true
  skip_final_snapshot         = true
  db_subnet_group_name        = aws_db_subnet_group.g.name
}
resource "aws_rds_cluster_instance" "i" {
  count              = 2
  identifier         = "i${count.index}"
  cluster_identifier = aws_rds_cluster.c.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r7g.large"
}
resource "aws_nat_gateway" "n" {
  allocation_id = "eipalloc-1"
  subnet_id     = "subnet-0aaa"
}
