# No subnet: the zone is written.
#: plan: zone:us-east-1b=lost; zone:us-east-1a=survives

resource "aws_instance" "app" {
  ami               = "ami-0123456789abcdef0"
  instance_type     = "m6i.large"
  availability_zone = "us-east-1b"
}
