resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "app" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "us-east-1a"
  cidr_block        = "10.0.0.0/20"
}

resource "aws_subnet" "app_b" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "us-east-1b"
  cidr_block        = "10.0.16.0/20"
}

resource "aws_security_group" "load_balancer" {
  name   = "load-balancer"
  vpc_id = aws_vpc.main.id
}

resource "aws_security_group" "tasks" {
  name   = "tasks"
  vpc_id = aws_vpc.main.id
}

resource "aws_vpc_security_group_egress_rule" "load_balancer" {
  security_group_id = aws_security_group.load_balancer.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
}

resource "aws_lb" "main" {
  name            = "main"
  internal        = true
  security_groups = [aws_security_group.load_balancer.id]
  subnets         = [aws_subnet.app.id, aws_subnet.app_b.id]
}

resource "aws_lb_target_group" "moved" {
  name        = "moved"
  port        = 443
  protocol    = "HTTPS"
  target_type = "ip"
  vpc_id      = aws_vpc.main.id
}

resource "aws_lb_listener" "moved" {
  load_balancer_arn = aws_lb.main.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.moved.arn
  }
}

resource "aws_vpc_security_group_ingress_rule" "moved" {
  security_group_id            = aws_security_group.tasks.id
  referenced_security_group_id = aws_security_group.load_balancer.id
  ip_protocol                  = "tcp"
  from_port                    = 9443
  to_port                      = 9443
}

resource "aws_ecs_service" "moved" {
  name            = "moved"
  cluster         = "arn:aws:ecs:us-east-1:123456789012:cluster/main"
  task_definition = "arn:aws:ecs:us-east-1:123456789012:task-definition/moved:2"
  launch_type     = "FARGATE"
  desired_count   = 3

  network_configuration {
    subnets         = [aws_subnet.app.id, aws_subnet.app_b.id]
    security_groups = [aws_security_group.tasks.id]
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.moved.arn
    container_name   = "app"
    container_port   = 9443
  }
}

resource "aws_lb_target_group" "closed" {
  name        = "closed"
  port        = 443
  protocol    = "HTTPS"
  target_type = "ip"
  vpc_id      = aws_vpc.main.id
}

resource "aws_lb_listener" "closed" {
  load_balancer_arn = aws_lb.main.arn
  port              = 81
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.closed.arn
  }
}

resource "aws_vpc_security_group_ingress_rule" "closed" {
  security_group_id            = aws_security_group.tasks.id
  referenced_security_group_id = aws_security_group.load_balancer.id
  ip_protocol                  = "tcp"
  from_port                    = 9080
  to_port                      = 9080
}

resource "aws_ecs_service" "closed" {
  name            = "closed"
  cluster         = "arn:aws:ecs:us-east-1:123456789012:cluster/main"
  task_definition = "arn:aws:ecs:us-east-1:123456789012:task-definition/closed:2"
  launch_type     = "FARGATE"
  desired_count   = 3

  network_configuration {
    subnets         = [aws_subnet.app.id, aws_subnet.app_b.id]
    security_groups = [aws_security_group.tasks.id]
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.closed.arn
    container_name   = "app"
    container_port   = 9080
  }
}

resource "aws_lb_target_group" "emptied" {
  name        = "emptied"
  port        = 7443
  protocol    = "HTTPS"
  target_type = "ip"
  vpc_id      = aws_vpc.main.id
}

resource "aws_lb_listener" "emptied" {
  load_balancer_arn = aws_lb.main.arn
  port              = 82
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.emptied.arn
  }
}

resource "aws_vpc_security_group_ingress_rule" "emptied" {
  security_group_id            = aws_security_group.tasks.id
  referenced_security_group_id = aws_security_group.load_balancer.id
  ip_protocol                  = "tcp"
  from_port                    = 7443
  to_port                      = 7443
}

resource "aws_ecs_service" "emptied" {
  name            = "emptied"
  cluster         = "arn:aws:ecs:us-east-1:123456789012:cluster/main"
  task_definition = "arn:aws:ecs:us-east-1:123456789012:task-definition/emptied:2"
  launch_type     = "FARGATE"
  desired_count   = 3

  network_configuration {
    subnets         = [aws_subnet.app.id, aws_subnet.app_b.id]
    security_groups = [aws_security_group.tasks.id]
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.emptied.arn
    container_name   = "app"
    container_port   = 7443
  }
}
