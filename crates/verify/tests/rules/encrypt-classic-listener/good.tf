resource "aws_elb" "main" {
  name    = "main"
  subnets = ["subnet-0aaa1110aaa1110aa", "subnet-0bbb1110bbb1110bb"]
  listener {
    lb_port            = 443
    lb_protocol        = "https"
    instance_port      = 8443
    instance_protocol  = "https"
    ssl_certificate_id = "arn:aws:acm:us-east-1:123456789012:certificate/11111111-1111-1111-1111-111111111111"
  }
}
