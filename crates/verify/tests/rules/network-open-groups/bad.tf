resource "aws_security_group" "balancer" {}

resource "aws_lb" "main" {
  subnets         = ["subnet-1", "subnet-2"]
  security_groups = [aws_security_group.balancer.id]
}

resource "aws_lb_target_group" "app" {
  port        = 8443
  protocol    = "HTTPS"
  target_type = "ip"
  vpc_id      = "vpc-1"
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.main.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = "arn:aws:acm:us-east-1:123456789012:certificate/1"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.app.arn
  }
}

resource "aws_vpc_security_group_ingress_rule" "beside_the_listener" {
  security_group_id = aws_security_group.balancer.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 444
}

resource "aws_security_group" "app" {
  ingress {
    from_port        = 8443
    to_port          = 8443
    protocol         = "tcp"
    ipv6_cidr_blocks = ["::/0"]
  }
}

resource "aws_ecs_service" "app" {
  name            = "app"
  task_definition = "app:1"

  network_configuration {
    subnets         = ["subnet-1", "subnet-2"]
    security_groups = [aws_security_group.app.id]
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.app.arn
    container_name   = "app"
    container_port   = 8443
  }
}

resource "aws_security_group" "database" {}

resource "aws_security_group_rule" "database" {
  security_group_id = aws_security_group.database.id
  type              = "ingress"
  from_port         = 6543
  to_port           = 6543
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"]
}

resource "aws_rds_cluster" "main" {
  engine                 = "aurora-postgresql"
  port                   = 6543
  vpc_security_group_ids = [aws_security_group.database.id]
}
