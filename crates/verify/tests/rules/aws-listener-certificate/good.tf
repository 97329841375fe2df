resource "aws_acm_certificate" "payments" {
  domain_name       = "payments.example.com"
  validation_method = "DNS"
}

resource "aws_acm_certificate_validation" "payments" {
  certificate_arn = aws_acm_certificate.payments.arn
}

resource "aws_lb_listener" "validated" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/payments/0123456789abcdef"
  protocol          = "HTTPS"
  port              = 443
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = aws_acm_certificate_validation.payments.certificate_arn

  default_action {
    type = "fixed-response"
    fixed_response {
      content_type = "text/plain"
    }
  }
}

resource "aws_lb_listener" "waiting" {
  for_each          = { a = 8443, b = 9443 }
  load_balancer_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/payments/0123456789abcdef"
  protocol          = "HTTPS"
  port              = each.value
  certificate_arn   = aws_acm_certificate.payments.arn

  default_action {
    type = "fixed-response"
    fixed_response {
      content_type = "text/plain"
    }
  }

  depends_on = [aws_acm_certificate_validation.payments]
}

resource "aws_lb_listener" "existing" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/payments/0123456789abcdef"
  protocol          = "TLS"
  port              = 443
  certificate_arn   = "arn:aws:acm:us-east-1:123456789012:certificate/11112222-3333-4444-5555-666677778888"

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/payments/0123456789abcdef"
  }
}
