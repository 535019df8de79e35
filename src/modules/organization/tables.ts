import type { Generated } from 'kysely'

/** `date` columns arrive as "2026-11-23". */
type Day = string

export interface UnitTable {
  id: string
  parent_id: string | null
  path: string
  code: string
  name: string
  short_name: string
  kind: string
  territory_code: Generated<string>
  address: string | null
  phone: string | null
  email: string | null
  valid_from: Day
  valid_to: Day | null
}

export interface RoleTable {
  key: string
  name_id: string
  name_en: string
  permissions: string[]
}

export interface PositionTable {
  id: string
  unit_id: string
  title: string
  rank: Generated<number>
  territory_code: Generated<string>
  valid_from: Day
  valid_to: Day | null
}

export interface PositionRoleTable {
  position_id: string
  role_key: string
}

export interface OfficialTable {
  id: string
  person_id: string
  employee_number: string
  display_name: string
  joined_on: Day
  left_on: Day | null
}

export interface AssignmentTable {
  id: string
  position_id: string
  official_id: string
  manner: 'definitif' | 'plt' | 'plh'
  decree_number: string
  decree_on: Day
  valid_from: Day
  valid_to: Day | null
}

export interface OfficialView {
  official_id: string
  person_id: string
  employee_number: string
  display_name: string
  joined_on: Day
  left_on: Day | null
}

export interface PostHoldingView {
  assignment_id: string
  manner: 'definitif' | 'plt' | 'plh'
  valid_from: Day
  valid_to: Day | null
  official_id: string
  person_id: string
  employee_number: string
  display_name: string
  position_id: string
  title: string
  rank: number
  unit_id: string
  unit_path: string
  unit_name: string
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'organization.unit': UnitTable
    'organization.role': RoleTable
    'organization.position': PositionTable
    'organization.position_role': PositionRoleTable
    'organization.official': OfficialTable
    'organization.assignment': AssignmentTable
    'organization.v_official': OfficialView
    'organization.v_post_holding': PostHoldingView
  }
}
