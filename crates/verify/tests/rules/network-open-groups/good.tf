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

resource "aws_vpc_security_group_ingress_rule" "https" {
  for_each          = toset(["0.0.0.0/0", "10.0.0.0/8"])
  security_group_id = aws_security_group.balancer.id
  cidr_ipv4         = each.key
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_security_group" "app" {
  ingress {
    from_port       = 8443
    to_port         = 8443
    protocol        = "tcp"
    security_groups = [aws_security_group.balancer.id]
  }
}

resource "aws_ecs_service" "app" {
  name            = "app"
  task_definition = "app:1"

  network_configuration {
    subnets         = ["subnet-1", "subnet-2"]
    security_groups = [aws_security_group.app.id]
  }
}

resource "aws_security_group" "behind_network_balancer" {
  ingress {
    from_port   = 8443
    to_port     = 8443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lb_target_group" "network" {
  port        = 8443
  protocol    = "TCP"
  target_type = "ip"
  vpc_id      = "vpc-1"
}

resource "aws_ecs_service" "behind_network_balancer" {
  name            = "tcp"
  task_definition = "app:1"

  network_configuration {
    subnets         = ["subnet-1", "subnet-2"]
    security_groups = [aws_security_group.behind_network_balancer.id]
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.network.arn
    container_name   = "app"
    container_port   = 8443
  }
}

# Two load balancers share a group: each has a listener for one of the ports.
resource "aws_security_group" "shared" {
  ingress {
    from_port   = 8443
    to_port     = 8443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  ingress {
    from_port   = 9443
    to_port     = 9443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lb" "shares" {
  for_each        = { a = 8443, b = 9443 }
  name            = "shares-${each.key}"
  subnets         = ["subnet-1", "subnet-2"]
  security_groups = [aws_security_group.shared.id]
}

resource "aws_lb_listener" "shares" {
  for_each          = { a = 8443, b = 9443 }
  load_balancer_arn = aws_lb.shares[each.key].arn
  port              = each.value
  protocol          = "HTTPS"
  certificate_arn   = "arn:aws:acm:us-east-1:123456789012:certificate/1"

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/shares/1"
  }
}
