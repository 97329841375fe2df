# All of them, through `try` as terraform-aws-modules/eks writes it: what is chosen is certain,
# though Terraform takes the list for unknown.
#: source: zone:us-east-1a=degraded; nofail:zone-*
#: folder: zone:us-east-1a=degraded; nofail:zone-*

variable "defaults" {
  type    = any
  default = {}
}
resource "aws_eks_node_group" "n" {
  cluster_name  = "main"
  node_role_arn = "arn:aws:iam::111122223333:role/n"
  subnet_ids    = try(var.defaults.subnet_ids, [for s in aws_subnet.main : s.id])
  scaling_config {
    desired_size = 6
    min_size     = 6
    max_size     = 9
  }
}
