// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { Generated } from 'kysely'

/** A date, as "2026-11-23". */
type Day = string

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

export interface MandateTable {
  id: string
  principal_id: string
  holder_id: string
  form: 'a.n.' | 'u.b.'
  acts: string[]
  order_number: string
  order_on: Day
  valid_from: Day
  valid_to: Day
}

export interface OfficialTable {
  id: string
  person_id: string
  employee_number: string
  display_name: string
  joined_on: Day
  left_on: Day | null
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

export interface RoleTable {
  key: string
  name_id: string
  name_en: string
  permissions: string[]
}

export interface UnitTable {
  id: string
  parent_id: string | null
  path: string
  code: string
  name: string
  short_name: string
  kind: 'government' | 'secretariat' | 'agency' | 'division' | 'section' | 'district' | 'village' | 'health-centre' | 'school'
  territory_code: Generated<string>
  address: string | null
  phone: string | null
  email: string | null
  valid_from: Day
  valid_to: Day | null
}

export interface OfficialView {
  official_id: string | null
  person_id: string | null
  employee_number: string | null
  display_name: string | null
  joined_on: Day | null
  left_on: Day | null
}

export interface PositionView {
  position_id: string | null
  unit_id: string | null
  title: string | null
  rank: number | null
}

export interface PostHoldingView {
  assignment_id: string | null
  manner: string | null
  valid_from: Day | null
  valid_to: Day | null
  official_id: string | null
  person_id: string | null
  employee_number: string | null
  display_name: string | null
  position_id: string | null
  title: string | null
  rank: number | null
  unit_id: string | null
  unit_path: string | null
  unit_name: string | null
}

export interface UnitView {
  unit_id: string | null
  path: string | null
  name: string | null
  kind: string | null
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'organization.assignment': AssignmentTable
    'organization.mandate': MandateTable
    'organization.official': OfficialTable
    'organization.position': PositionTable
    'organization.position_role': PositionRoleTable
    'organization.role': RoleTable
    'organization.unit': UnitTable
    'organization.v_official': OfficialView
    'organization.v_position': PositionView
    'organization.v_post_holding': PostHoldingView
    'organization.v_unit': UnitView
  }
}
