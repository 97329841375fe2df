resource "aws_elb" "main" {
  name    = "main"
  subnets = ["subnet-0aaa1110aaa1110aa", "subnet-0bbb1110bbb1110bb"]
  listener {
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 8080
    instance_protocol = "http"
  }
  listener {
    lb_port           = 8443
    lb_protocol       = "tcp"
    instance_port     = 8443
    instance_protocol = "tcp"
  }
}
