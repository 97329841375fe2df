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

resource "aws_vpc_security_group_ingress_rule" "moved_previous" {
  security_group_id            = aws_security_group.tasks.id
  referenced_security_group_id = aws_security_group.load_balancer.id
  ip_protocol                  = "tcp"
  from_port                    = 8443
  to_port                      = 8443
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

resource "aws_lb_target_group" "second" {
  name        = "second"
  port        = 443
  protocol    = "HTTPS"
  target_type = "ip"
  vpc_id      = aws_vpc.main.id
}

resource "aws_lb_listener" "second" {
  load_balancer_arn = aws_lb.main.arn
  port              = 81
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.second.arn
  }
}

resource "aws_vpc_security_group_ingress_rule" "second" {
  security_group_id            = aws_security_group.tasks.id
  referenced_security_group_id = aws_security_group.load_balancer.id
  ip_protocol                  = "tcp"
  from_port                    = 9444
  to_port                      = 9444
}

resource "aws_ecs_service" "second" {
  name            = "second"
  cluster         = "arn:aws:ecs:us-east-1:123456789012:cluster/main"
  task_definition = "arn:aws:ecs:us-east-1:123456789012:task-definition/second:3"
  launch_type     = "FARGATE"
  desired_count   = 3

  network_configuration {
    subnets         = [aws_subnet.app.id, aws_subnet.app_b.id]
    security_groups = [aws_security_group.tasks.id]
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.second.arn
    container_name   = "app"
    container_port   = 9444
  }
}

resource "aws_lb_target_group" "repaired" {
  name        = "repaired"
  port        = 443
  protocol    = "HTTPS"
  target_type = "ip"
  vpc_id      = aws_vpc.main.id
}

resource "aws_lb_listener" "repaired" {
  load_balancer_arn = aws_lb.main.arn
  port              = 82
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.repaired.arn
  }
}

resource "aws_vpc_security_group_ingress_rule" "repaired" {
  security_group_id            = aws_security_group.tasks.id
  referenced_security_group_id = aws_security_group.load_balancer.id
  ip_protocol                  = "tcp"
  from_port                    = 9445
  to_port                      = 9445
}

resource "aws_ecs_service" "repaired" {
  name            = "repaired"
  cluster         = "arn:aws:ecs:us-east-1:123456789012:cluster/main"
  task_definition = "arn:aws:ecs:us-east-1:123456789012:task-definition/repaired:2"
  launch_type     = "FARGATE"
  desired_count   = 3

  network_configuration {
    subnets         = [aws_subnet.app.id, aws_subnet.app_b.id]
    security_groups = [aws_security_group.tasks.id]
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.repaired.arn
    container_name   = "app"
    container_port   = 9445
  }
}

resource "aws_lb_target_group" "idle" {
  name        = "idle"
  port        = 443
  protocol    = "HTTPS"
  target_type = "ip"
  vpc_id      = aws_vpc.main.id
}

resource "aws_lb_listener" "idle" {
  load_balancer_arn = aws_lb.main.arn
  port              = 83
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.idle.arn
  }
}

resource "aws_vpc_security_group_ingress_rule" "idle" {
  security_group_id            = aws_security_group.tasks.id
  referenced_security_group_id = aws_security_group.load_balancer.id
  ip_protocol                  = "tcp"
  from_port                    = 9446
  to_port                      = 9446
}

resource "aws_ecs_service" "idle" {
  name            = "idle"
  cluster         = "arn:aws:ecs:us-east-1:123456789012:cluster/main"
  task_definition = "arn:aws:ecs:us-east-1:123456789012:task-definition/idle:2"
  launch_type     = "FARGATE"
  desired_count   = 0

  network_configuration {
    subnets         = [aws_subnet.app.id, aws_subnet.app_b.id]
    security_groups = [aws_security_group.tasks.id]
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.idle.arn
    container_name   = "app"
    container_port   = 9446
  }
}
