#: plan: open:zone-service-spans; zone:us-east-1a=unknown|lost
#: source: fail:zone-service-spans; zone:us-east-1a=lost

module "s" {
  source  = "./service"
  network = [{ subnet_ids = [aws_subnet.main["a"].id] }]
}
