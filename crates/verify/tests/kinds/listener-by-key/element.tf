# The HTTPS listener, by element() of a list.
#: plan: nofail:network-http-redirect
#: source: nofail:network-http-redirect
#: folder: nofail:network-http-redirect

resource "aws_lb" "l" {
  subnets                    = [for s in aws_subnet.main : s.id]
  drop_invalid_header_fields = true
}
resource "aws_lb_target_group" "t" {
  port     = 8080
  protocol = "HTTP"
  vpc_id   = aws_vpc.main.id
}

locals {
  listeners = { http = { port = 80, protocol = "HTTP" }, https = { port = 443, protocol = "HTTPS" } }
}
resource "aws_lb_listener" "this" {
  for_each          = local.listeners
  load_balancer_arn = aws_lb.l.arn
  port              = each.value.port
  protocol          = each.value.protocol
  certificate_arn   = each.value.protocol == "HTTPS" ? "arn:aws:acm:us-east-1:123456789012:certificate/11111111-1111-1111-1111-111111111111" : null
  ssl_policy        = each.value.protocol == "HTTPS" ? "ELBSecurityPolicy-TLS13-1-2-2021-06" : null
  default_action {
    type = "redirect"
    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener_rule" "api" {
  listener_arn = element([for k in ["http", "https"] : aws_lb_listener.this[k].arn], 1)
  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.t.arn
  }
  condition {
    path_pattern { values = ["/api/*"] }
  }
}
