# terraform-aws-modules/ec2-instance in small.
#: plan: zone:us-east-1b=lost; zone:us-east-1c!=lost
#: source: zone:us-east-1b=lost
#: folder: zone:us-east-1b=lost

module "app" {
  source    = "./instance"
  subnet_id = aws_subnet.main["b"].id
}
